import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scratchSpace } from "../../src/bytes/scratch-space.ts";
import { createSpace, type KernelExecutor, useKernelExecutor, xxh64, xxh64Lo } from "../../src/index.ts";
import { runs } from "../code-of.ts";
import { naiveXxh64 } from "../oracle/hashes.ts";

const executors: readonly KernelExecutor[] = ["wasm", "scalar"];
const PRIME32 = 2654435761;
const MASK = 2n ** 64n - 1n;
const GUARD = 0xa5;
const BLOCK = 16384;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The buffer of xxHash's own sanity check, as its current and as its first versions make it. */
function sanity(length: number, first = false): Uint8Array {
  let state = BigInt(PRIME32);
  return Uint8Array.from({ length }, () => {
    const byte = first ? state >> 24n : state >> 56n;
    state = first ? (state * state) & 0xffff_ffffn : (state * 11400714785074694797n) & MASK;
    return Number(byte & 255n);
  });
}

const published: readonly [string, Uint8Array, number, bigint][] = [
  ["nothing", utf8(""), 0, 0xef46db3751d8e999n],
  ["nothing, seed 1", utf8(""), 1, 0xd5afba1336a3be4bn],
  ["a", utf8("a"), 0, 0xd24ec4f1a98c6e5bn],
  ["as", utf8("as"), 0, 0x1c330fb2d66be179n],
  ["asd", utf8("asd"), 0, 0x631c37ce72a97393n],
  ["asdf", utf8("asdf"), 0, 0x415872f599cea71en],
  ["abc", utf8("abc"), 0, 0x44bc2cf5ad770999n],
  ["test", utf8("test"), 0, 0x4fdcca5ddb678139n],
  ["xxhash, seed 20141025", utf8("xxhash"), 20141025, 13067679811253438005n],
  ["Call me Ishmael.", utf8("Call me Ishmael."), 0, 0x6d04390fc9d61a90n],
  ["39 bytes", utf8("Nobody inspects the spammish repetition"), 0, 0xfbcea83c8a378bf1n],
  ["46 bytes", utf8("Some years ago--never mind how long precisely-"), 0, 0x8f26f2b986afdc52n],
  ["63 bytes", utf8("Call me Ishmael. Some years ago--never mind how long precisely-"), 0, 0x02a2e85470d6fd96n],
  ["sanity 0", sanity(0), PRIME32, 0xac75fda2929b17efn],
  ["sanity 1", sanity(1), 0, 0xe934a84adb052768n],
  ["sanity 1, seeded", sanity(1), PRIME32, 0x5014607643a9b4c3n],
  ["sanity 4", sanity(4), 0, 0x9136a0dca57457een],
  ["sanity 14", sanity(14), 0, 0x8282dcc4994e35c8n],
  ["sanity 14, seeded", sanity(14), PRIME32, 0xc3bd6bf63deb6df0n],
  ["sanity 222", sanity(222), 0, 0xb641ae8cb691c174n],
  ["sanity 222, seeded", sanity(222), PRIME32, 0x20cb8ab7ae10c14an],
  ["first sanity 1", sanity(1, true), 0, 0x4fce394cc88952d8n],
  ["first sanity 14, seeded", sanity(14, true), PRIME32, 0x5b9611585efcc9cbn],
  ["first sanity 101", sanity(101, true), 0, 0x0eab543384f878adn],
  ["first sanity 101, seeded", sanity(101, true), PRIME32, 0xcaa65939306f1e21n],
];

test.each(published)("the oracle gives the published digest of %s", (_name, bytes, seed, digest) => {
  expect(naiveXxh64(bytes, BigInt(seed))).toBe(digest);
});

describe.each(executors)("xxh64 by %s", (executor) => {
  beforeAll(() => useKernelExecutor(executor));
  afterAll(() => useKernelExecutor(undefined));

  test.each(published)("the published digest of %s", (_name, bytes, seed, digest) => {
    expect(xxh64(bytes, seed)).toBe(digest);
    expect(xxh64Lo(bytes, seed)).toBe(Number(digest & 0xffff_ffffn));
  });

  test("every length from 0 to 300 at every alignment", () => {
    for (let length = 0; length <= 300; length++) {
      const bytes = new Uint8Array(length + 16);
      const source = sanity(length);
      for (let align = 0; align < 16; align += length % 3 === 0 ? 1 : 5) {
        bytes.set(source, align);
        const digest = naiveXxh64(source, 7n);
        const view = bytes.subarray(align, align + length);
        if (xxh64(view, 7) !== digest) expect({ length, align }).toBe(digest);
      }
    }
  });

  test.each([BLOCK - 1, BLOCK, BLOCK + 1, BLOCK + 32, 2 * BLOCK, 2 * BLOCK + 31, 3 * BLOCK + 77])(
    "%i bytes, which are more than a block or nearly so",
    (length) => {
      const bytes = sanity(length);
      const seed = 0x1234_5678_9abc_def0n;
      const digest = naiveXxh64(bytes, seed);
      expect(xxh64(bytes, seed)).toBe(digest);
      expect(xxh64Lo(bytes, seed)).toBe(Number(digest & 0xffff_ffffn));
    },
  );

  test.each<[bigint | number, bigint]>([
    [0, 0n],
    [0n, 0n],
    [0xffff_ffff, 0xffff_ffffn],
    [2 ** 32, 2n ** 32n],
    [Number.MAX_SAFE_INTEGER, 2n ** 53n - 1n],
    [MASK, MASK],
    [2n ** 63n, 2n ** 63n],
    [2n ** 64n + 5n, 5n],
    [-1n, MASK],
  ])("seed %s is seed %s", (seed, same) => {
    for (const length of [0, 3, 40]) expect(xxh64(sanity(length), seed)).toBe(naiveXxh64(sanity(length), same));
  });

  test("a seed that is no integer is refused", () => {
    expect(() => xxh64(utf8("a"), 0.5)).toThrow(RangeError);
  });

  test("the input stays as it was, and a shared one is hashed too", () => {
    const bytes = new Uint8Array(new SharedArrayBuffer(100)).fill(3);
    expect(xxh64(bytes)).toBe(naiveXxh64(new Uint8Array(100).fill(3), 0n));
    expect(bytes.every((byte) => byte === 3)).toBe(true);
  });

  test("the override of the executor is followed", () => {
    const bytes = Uint8Array.of(executor.length, 2, 3);
    xxh64(bytes);
    expect([scratchSpace().executor, scratchSpace().u8.slice(0, 3)]).toEqual([executor, bytes]);
  });

  test("random bytes with random seeds", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200, size: "max" }), fc.bigInt({ min: 0n, max: MASK }), (bytes, seed) => {
        expect(xxh64(bytes, seed)).toBe(naiveXxh64(bytes, seed));
        expect(xxh64Lo(bytes, seed)).toBe(Number(naiveXxh64(bytes, seed) & 0xffff_ffffn));
      }),
      runs(300, 20_000),
    );
  });
});

describe.each(executors)("space.xxh64 by %s", (executor) => {
  const space = createSpace({ bytes: 65536, executor });
  const view = new DataView(space.buffer);
  const halves = (seed: bigint): [number, number] => [Number(seed & 0xffff_ffffn), Number(seed >> 32n)];

  function hashParts(bytes: Uint8Array, sizes: readonly number[], start: number, state: number, seed: bigint): bigint {
    space.u8.set(bytes, start);
    space.u8.fill(GUARD, state - 16, state + 56);
    let [from, low] = [0, 0];
    for (const size of [...sizes, bytes.length]) {
      const end = Math.min(from + size, bytes.length);
      low = space.xxh64(start + from, start + end, state, from, ...halves(seed));
      from = end;
    }
    const digest = view.getBigUint64(state + 32, true);
    expect(low >>> 0).toBe(Number(digest & 0xffff_ffffn));
    return digest;
  }

  test("parts of multiples of 32 bytes give the digest of the whole, and only the 40 bytes are touched", () => {
    const parts = fc.array(
      fc.nat(5).map((stripes) => 32 * stripes),
      { maxLength: 5, size: "max" },
    );
    const bytes = fc.uint8Array({ maxLength: 600, size: "max" });
    const seeds = fc.bigInt({ min: 0n, max: MASK });
    fc.assert(
      fc.property(bytes, parts, fc.nat(40), fc.nat(7), seeds, (list, sizes, start, state, seed) => {
        const fitting: number[] = [];
        for (let sum = 0; sizes.length > 0 && sum + (sizes[0] as number) <= list.length;) {
          fitting.push(sizes.shift() as number);
          sum += fitting.at(-1) as number;
        }
        const at = 4096 + state;
        expect(hashParts(list, fitting, 1024 + start, at, seed)).toBe(naiveXxh64(list, seed));
        expect(Buffer.compare(space.u8.subarray(1024 + start, 1024 + start + list.length), list)).toBe(0);
        const around = [...space.u8.subarray(at - 16, at), ...space.u8.subarray(at + 40, at + 56)];
        expect(around.every((byte) => byte === GUARD)).toBe(true);
      }),
      runs(200, 10_000),
    );
  });

  test("at the very end of the memory, and with nothing or less in the range", () => {
    for (let length = 0; length <= 70; length++) {
      const bytes = sanity(length);
      expect(hashParts(bytes, [], space.u8.length - length, 512, 1n)).toBe(naiveXxh64(bytes, 1n));
    }
    for (const end of [100, 50, 0]) {
      space.xxh64(100, end, 512, 0, 0, 0);
      expect(view.getBigUint64(512 + 32, true)).toBe(0xef46db3751d8e999n);
    }
  });

  test("more than 4 GiB were read before", () => {
    for (const before of [64, 2 ** 31, 2 ** 32 + 32, 2 ** 40 - 32]) {
      space.u8.fill(0, 512, 544);
      space.u8.fill(7, 1024, 1124);
      space.xxh64(1024, 1124, 512, before, 0, 0);
      expect(view.getBigUint64(544, true)).toBe(naiveXxh64(new Uint8Array(100).fill(7), 0n, BigInt(before)));
    }
  });
});
