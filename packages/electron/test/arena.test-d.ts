import { expectTypeOf, test } from "vitest";
import { Arena, type ByteLength, type Mark, type Offset } from "../src/index.ts";
import { SharedArena } from "../src/threads/index.ts";

test("arenas hand out branded numbers", () => {
  const arena = new Arena({ bytes: 64, limit: 1024, checked: true });
  expectTypeOf(arena.alloc(8, 8, "row")).toEqualTypeOf<Offset>();
  expectTypeOf(arena.tryAlloc(8)).toEqualTypeOf<Offset | -1>();
  expectTypeOf(arena.allocF64(8, "row")).toEqualTypeOf<Offset>();
  expectTypeOf(arena.mark()).toEqualTypeOf<Mark>();
  expectTypeOf(arena.used).toEqualTypeOf<ByteLength>();
  expectTypeOf(arena.scope()).toEqualTypeOf<Disposable>();
  expectTypeOf(arena.u16(arena.allocU16(2), 2)).toExtend<Uint16Array>();
  expectTypeOf(arena.bufferAt(arena.alloc(1))).toEqualTypeOf<ArrayBuffer | SharedArrayBuffer>();
  expectTypeOf(new SharedArena({ bytes: 64 }).memory).toEqualTypeOf<SharedArrayBuffer>();
  // @ts-expect-error: a number is no mark
  arena.release(8);
  // @ts-expect-error: an offset is no mark
  arena.release(arena.alloc(8));
  // @ts-expect-error: a refused allocation has no view
  arena.u8(arena.tryAlloc(8), 8);
  // @ts-expect-error: a given buffer is not chained
  new Arena({ buffer: new ArrayBuffer(64), bytes: 64, limit: 128 });
  // @ts-expect-error: memory of its own begins at 0
  new Arena({ start: 8, bytes: 64 });
  // @ts-expect-error: a size is needed
  new Arena({});
  // @ts-expect-error: a size is needed
  new SharedArena({ chunkBytes: 64 });
});
