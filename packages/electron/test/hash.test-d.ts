import { expectTypeOf, test } from "vitest";
import { BitSet, Interner, type StringId, xxh64, xxh64Lo } from "../src/index.ts";

test("hashes", () => {
  const bytes = new Uint8Array(1);
  expectTypeOf(xxh64(bytes)).toEqualTypeOf<bigint>();
  expectTypeOf(xxh64Lo(bytes, 1n)).toEqualTypeOf<number>();
  xxh64(bytes, 1);
  // @ts-expect-error bytes, not text
  xxh64("text");
  // @ts-expect-error no such seed
  xxh64Lo(bytes, "1");
});

test("interner", () => {
  const texts = new Interner({ maxIds: 1, maxBytes: 1 });
  const id = texts.intern("a");
  expectTypeOf(id).toEqualTypeOf<StringId | -1>();
  expectTypeOf(texts.find(new Uint8Array(1))).toEqualTypeOf<StringId | -1>();
  // @ts-expect-error it may be -1
  texts.text(id);
  if (id !== -1) expectTypeOf(texts.text(id)).toEqualTypeOf<string | undefined>();
  // @ts-expect-error an id comes from an interner
  texts.bytes(0);
  // @ts-expect-error both bounds are given
  new Interner({ maxIds: 1 });
  // @ts-expect-error only read
  texts.size = 2;
});

test("bit sets", () => {
  const set = new BitSet(8, new Uint32Array(1));
  expectTypeOf(set.and(set)).toEqualTypeOf<BitSet>();
  expectTypeOf(set.next(0)).toEqualTypeOf<number>();
  // @ts-expect-error words of 32 bits
  new BitSet(8, new Uint8Array(4));
  // @ts-expect-error only read
  set.size = 1;
});
