import { expectTypeOf, test } from "vitest";
import {
  Arena,
  type ByteLength,
  createErrors,
  createSpace,
  type ElectronErrorCode,
  electronErrors,
  type KernelExecutor,
  kernelExecutor,
  type Mark,
  type Offset,
  Pool,
  type WattError,
} from "../src/index.ts";

const arena = new Arena({ bytes: 64 });

test("offsets, lengths and marks are numbers that are not mixed up", () => {
  expectTypeOf(arena.alloc(8)).toEqualTypeOf<Offset>();
  expectTypeOf(arena.tryAlloc(8)).toEqualTypeOf<Offset | -1>();
  expectTypeOf(arena.used).toEqualTypeOf<ByteLength>();
  expectTypeOf(arena.mark()).toEqualTypeOf<Mark>();
  expectTypeOf<Offset>().toExtend<number>();
  arena.release(arena.mark());
  // @ts-expect-error an offset is no mark
  arena.release(arena.alloc(8));
  // @ts-expect-error neither is a number
  arena.release(8);
  // @ts-expect-error a mark is no handle
  new Pool({ slots: 1 }).release(arena.mark());
});

test("what an arena can be made of", () => {
  new Arena({ buffer: new SharedArrayBuffer(8), start: 4 });
  // @ts-expect-error neither a buffer nor a size
  new Arena({});
  // @ts-expect-error a view is no buffer
  new Arena({ buffer: new Uint8Array(8) });
  // @ts-expect-error a start without a buffer
  new Arena({ bytes: 8, start: 4 });
});

test("spaces", () => {
  const space = createSpace({ bytes: 1, executor: "scalar" });
  expectTypeOf(space.executor).toEqualTypeOf<KernelExecutor>();
  expectTypeOf(kernelExecutor()).toEqualTypeOf<"wasm" | "scalar">();
  expectTypeOf(space.scanHtml).toEqualTypeOf<(start: number, end: number) => number>();
  // @ts-expect-error the memory of a space is not replaced
  space.u8 = new Uint8Array(1);
  // @ts-expect-error no such executor
  createSpace({ bytes: 1, executor: "gpu" });
});

test("errors", () => {
  const error = createErrors(electronErrors);
  expectTypeOf(error).parameter(0).toEqualTypeOf<ElectronErrorCode>();
  expectTypeOf(error("WATT_ELECTRON_FULL")).toEqualTypeOf<WattError>();
  // @ts-expect-error not in the table
  error("WATT_ELECTRON_NO_SUCH");
});
