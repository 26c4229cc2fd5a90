import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BitSet } from "../../src/index.ts";
import { codeOf, runs } from "../code-of.ts";
import { NaiveBitSet } from "../oracle/naive-bit-set.ts";

function membersOf(set: BitSet): number[] {
  const members: number[] = [];
  for (let i = set.next(0); i !== -1; i = set.next(i + 1)) members.push(i);
  return members;
}

function setOf(size: number, ...members: number[]): BitSet {
  const set = new BitSet(size);
  for (const member of members) set.add(member);
  return set;
}

describe("members", () => {
  test.each([1, 31, 32, 33, 63, 64, 65, 1000])("each of %i is added, found, flipped and taken out alone", (size) => {
    const set = new BitSet(size);
    for (let i = 0; i < size; i++) {
      set.add(i);
      expect([membersOf(set), set.has(i), set.has(i + 32), set.count()]).toEqual([[i], true, false, 1]);
      set.add(i);
      set.delete(i);
      expect([set.has(i), set.count()]).toEqual([false, 0]);
      set.flip(i);
      expect(membersOf(set)).toEqual([i]);
      set.flip(i);
      expect(membersOf(set)).toEqual([]);
    }
  });

  test.each([-1, 40, 41, 63, 64, -32, 2 ** 32, 2 ** 32 + 3, -(2 ** 32), Number.NaN, Infinity])(
    "%s is out of range: no member, and nothing happens",
    (index) => {
      const set = setOf(40, 3);
      set.add(index);
      set.flip(index);
      set.delete(index);
      expect([set.has(index), membersOf(set), [...set.words]]).toEqual([false, [3], [8, 0]]);
      set.fill();
      set.delete(index);
      expect([set.has(index), set.count()]).toEqual([false, 40]);
    },
  );

  test.each([0, 1, 31, 32, 33, 100])("fill and clear %i", (size) => {
    const set = new BitSet(size);
    set.fill();
    expect([set.count(), membersOf(set)]).toEqual([size, [...Array(size).keys()]]);
    set.clear();
    expect([set.count(), set.next(0)]).toEqual([0, -1]);
  });

  test("next looks from any place, and from beyond either end", () => {
    const set = setOf(200, 0, 5, 31, 32, 64, 199);
    const found = [-100, -1, 0, 1, 5, 6, 31, 32, 33, 64, 65, 199, 200, 201, 2 ** 31, 2 ** 32].map((from) =>
      set.next(from),
    );
    expect(found).toEqual([0, 0, 0, 5, 5, 31, 31, 32, 64, 64, 199, 199, -1, -1, -1, -1]);
    expect([new BitSet(0).next(0), new BitSet(64).next(63)]).toEqual([-1, -1]);
  });
});

describe("memory", () => {
  test.each([Int32Array, Uint32Array])(
    "a set over words of %o uses them, and clears what lies beyond its size",
    (words) => {
      const memory = new words(4).fill(-1);
      const set = new BitSet(40, memory.subarray(1));
      expect([set.count(), set.size, set.words.length]).toEqual([40, 40, 2]);
      expect([...memory].map((value) => value >>> 0)).toEqual([2 ** 32 - 1, 2 ** 32 - 1, 255, 2 ** 32 - 1]);
      set.delete(0);
      expect((memory[1] as number) >>> 0).toBe(2 ** 32 - 2);
      expect(new BitSet(40, memory.subarray(1)).equals(set)).toBe(true);
    },
  );

  test.each<[number, Int32Array?]>([
    [-1],
    [0.5],
    [Number.NaN],
    [2 ** 31],
    ["8" as unknown as number],
    [33, new Int32Array(1)],
    [1, new Int32Array(0)],
  ])("size %s in %o is refused", (size, memory) => {
    expect(codeOf(() => new BitSet(size, memory))).toBe("WATT_ELECTRON_OPTION");
  });

  test("a size that just fits", () => {
    const memory = new Int32Array(3).fill(-1);
    expect([new BitSet(64, memory).count(), new BitSet(64, memory).words.length, memory[2]]).toEqual([64, 2, -1]);
    expect(new BitSet(0, new Int32Array(0)).words.length).toBe(0);
  });
});

describe("two sets", () => {
  test.each<["and" | "or" | "andNot" | "xor", number[]]>([
    ["and", [2, 40]],
    ["or", [1, 2, 3, 40]],
    ["andNot", [1]],
    ["xor", [1, 3]],
  ])("%s, which answers the set", (operation, members) => {
    const [set, other] = [setOf(50, 1, 2, 40), setOf(50, 2, 3, 40)];
    expect(set[operation](other)).toBe(set);
    expect([membersOf(set), membersOf(other)]).toEqual([members, [2, 3, 40]]);
  });

  test("of different sizes: what is missing counts as out, what does not fit is dropped", () => {
    const [small, large] = [setOf(10, 1, 9), setOf(100, 1, 10, 11, 99)];
    expect(membersOf(setOf(10, 1, 9).or(large))).toEqual([1, 9]);
    expect(membersOf(setOf(10, 1, 9).xor(large))).toEqual([9]);
    expect(membersOf(setOf(100, 1, 9, 50).and(small))).toEqual([1, 9]);
    expect(membersOf(setOf(100, 1, 9, 50).andNot(small))).toEqual([50]);
    expect(membersOf(setOf(100, 1, 50).or(small))).toEqual([1, 9, 50]);
    expect([small.isSubsetOf(large), setOf(100, 1).isSubsetOf(small), setOf(100, 99).isSubsetOf(small)]).toEqual([
      false,
      true,
      false,
    ]);
    expect([setOf(100, 1).equals(setOf(10, 1)), setOf(10, 1).equals(setOf(100, 1, 99))]).toEqual([true, false]);
  });

  test("a set with itself", () => {
    const set = setOf(50, 1, 49);
    expect([set.isSubsetOf(set), set.equals(set), membersOf(set.or(set)), membersOf(set.and(set))]).toEqual([
      true,
      true,
      [1, 49],
      [1, 49],
    ]);
    expect(membersOf(set.xor(set))).toEqual([]);
  });
});

test("any sequence of operations on two sets agrees with the oracle", () => {
  const names = ["add", "add", "add", "delete", "flip", "and", "or", "andNot", "xor", "fill", "clear"] as const;
  const step = fc.record({
    name: fc.constantFrom(...names),
    which: fc.nat(1),
    index: fc.integer({ min: -2, max: 140 }),
  });
  const sizes = fc.tuple(fc.nat(130), fc.nat(130));
  fc.assert(
    fc.property(sizes, fc.array(step, { maxLength: 60, size: "max" }), fc.boolean(), (pair, steps, dense) => {
      const sets = pair.map((size) => new BitSet(size)) as [BitSet, BitSet];
      const oracles = pair.map((size) => new NaiveBitSet(size)) as [NaiveBitSet, NaiveBitSet];
      const [got, expected]: [unknown[], unknown[]] = [[], []];
      for (const { name, which, index } of steps) {
        const [set, oracle] = [sets[which] as BitSet, oracles[which] as NaiveBitSet];
        const [other, otherOracle] = [sets[1 - which] as BitSet, oracles[1 - which] as NaiveBitSet];
        if (name === "fill") {
          if (!dense) continue;
          set.fill();
          oracle.keep(() => true);
        } else if (name === "clear") {
          if (dense) continue;
          set.clear();
          oracle.keep(() => false);
        } else if (name === "delete") {
          set.delete(index);
          oracle.members.delete(index);
        } else if (name === "add" || name === "flip") {
          set[name](index);
          oracle[name](index);
        } else {
          set[name](other);
          oracle[name](otherOracle);
        }
        const subset = oracle.isSubsetOf(otherOracle);
        const equal = subset && otherOracle.isSubsetOf(oracle);
        got.push([name, set.count(), set.has(index), set.isSubsetOf(other), set.equals(other), ...membersOf(set)]);
        expected.push([name, oracle.members.size, oracle.members.has(index), subset, equal, ...oracle.sorted()]);
      }
      expect(got).toEqual(expected);
    }),
    runs(200, 10_000),
  );
});
