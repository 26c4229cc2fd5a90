import { expectTypeOf, test } from "vitest";
import {
  compare,
  createSpace,
  equals,
  indexOfByte,
  isAscii,
  type Kernels,
  lowerAscii,
  scanHtmlString,
  type Space,
  useKernelExecutor,
} from "../../src/index.ts";

test("byte forms", () => {
  const bytes = new Uint8Array(1);
  expectTypeOf(compare(bytes, bytes)).toEqualTypeOf<-1 | 0 | 1>();
  expectTypeOf(equals(bytes, bytes)).toEqualTypeOf<boolean>();
  expectTypeOf(isAscii(bytes)).toEqualTypeOf<boolean>();
  expectTypeOf(lowerAscii(bytes)).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
  expectTypeOf(indexOfByte(bytes, 0x3c, 1)).toEqualTypeOf<number>();
  // @ts-expect-error a string is no bytes
  equals("a", "a");
  // @ts-expect-error a byte is a number
  indexOfByte(bytes, "<");
  // @ts-expect-error bytes are no string
  scanHtmlString(bytes);
});

test("kernels are the functions of a space", () => {
  const space = createSpace({ bytes: 1 });
  expectTypeOf(space).toExtend<Kernels>();
  expectTypeOf<Space>().toExtend<Kernels>();
  expectTypeOf(space.compare(0, 1, 2, 3)).toEqualTypeOf<-1 | 0 | 1>();
  // @ts-expect-error a kernel takes offsets
  space.lowerAscii(new Uint8Array(1), 0, 1);
  // @ts-expect-error kernels are not replaced
  space.isAscii = () => 1;
});

test("the executor", () => {
  useKernelExecutor("scalar");
  useKernelExecutor(undefined);
  // @ts-expect-error no such executor
  useKernelExecutor("gpu");
});
