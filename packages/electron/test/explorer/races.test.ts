import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../code-of.ts";
import { type Access, firstRace } from "../oracle/vector-clocks.ts";
import { Races } from "./races.ts";

const THREADS = 3;
const PLAIN = 1000;

function tell(races: Races, { thread, does, at }: Access): void {
  if (does === "read" || does === "write") races.plain(thread, PLAIN + 4 * at, 4, does);
  else races.atomic(thread, 4 * at, does !== "store", does === "store" || does === "exchange");
}

describe("races", () => {
  test("are those that vector clocks find, whatever is forgotten and restored on the way", () => {
    const access = fc.record({
      thread: fc.nat(THREADS - 1),
      does: fc.constantFrom<Access["does"][]>("load", "store", "exchange", "failed exchange", "read", "write"),
      at: fc.nat(2),
      also: fc.constantFrom("nothing", "settle", "restore"),
    });
    fc.assert(
      fc.property(fc.array(access, { maxLength: 40 }), (accesses) => {
        const races = new Races(THREADS, 4);
        const found = accesses.findIndex((one) => {
          tell(races, one);
          if (one.also === "settle") races.settle([0, 1, 2]);
          if (one.also === "restore") {
            const saved = races.save();
            tell(races, { thread: 0, does: "exchange", at: 5 });
            if (races.found === undefined) races.restore(saved);
          }
          return races.found !== undefined;
        });
        expect(found).toBe(firstRace(THREADS, accesses));
      }),
      runs(2000, 50_000),
    );
  });

  test.each<[string, [Access["thread"], Access["does"], number][], number]>([
    [
      "a store and a load order",
      [
        [0, "write", 0],
        [0, "store", 1],
        [1, "load", 1],
        [1, "read", 0],
      ],
      -1,
    ],
    [
      "a store that another one replaced orders nothing",
      [
        [0, "write", 0],
        [0, "store", 1],
        [1, "store", 1],
        [2, "load", 1],
        [2, "read", 0],
      ],
      4,
    ],
    [
      "an exchange in between passes it on",
      [
        [0, "write", 0],
        [0, "store", 1],
        [1, "exchange", 1],
        [2, "load", 1],
        [2, "read", 0],
      ],
      -1,
    ],
    [
      "an exchange that failed tells nothing",
      [
        [0, "write", 0],
        [0, "failed exchange", 1],
        [1, "load", 1],
        [1, "read", 0],
      ],
      3,
    ],
    [
      "a failed exchange learns",
      [
        [0, "write", 0],
        [0, "store", 1],
        [1, "failed exchange", 1],
        [1, "write", 0],
      ],
      -1,
    ],
    [
      "reads do not race with each other",
      [
        [0, "read", 0],
        [1, "read", 0],
      ],
      -1,
    ],
    [
      "a write races with a read",
      [
        [0, "read", 0],
        [1, "write", 0],
      ],
      1,
    ],
    [
      "another word orders nothing",
      [
        [0, "write", 0],
        [0, "store", 1],
        [1, "load", 2],
        [1, "read", 0],
      ],
      3,
    ],
  ])("%s", (_, rows, index) => {
    const accesses = rows.map(([thread, does, at]) => ({ thread, does, at }));
    const races = new Races(THREADS, 4);
    const found = accesses.findIndex((one) => (tell(races, one), races.found !== undefined));
    expect([found, firstRace(THREADS, accesses)]).toEqual([index, index]);
  });

  test("a word that is accessed plainly and atomically is one, also by one thread", () => {
    for (const order of [0, 1]) {
      const races = new Races(2, 4);
      const accesses = [() => races.plain(0, 8, 4, "read"), () => races.atomic(0, 8, true, false)];
      (accesses[order] as () => void)();
      expect(races.found).toBeUndefined();
      (accesses[1 - order] as () => void)();
      expect(races.found).toContain("plainly and atomically");
    }
  });

  test.each([
    [4, [0, 1], [1, 1], true],
    [1, [0, 1], [1, 1], false],
    [1, [0, 4], [3, 1], true],
    [16, [0, 4], [12, 4], true],
    [4, [0, 4], [4, 4], false],
  ])("with granules of %i bytes, writes of %j and %j meet: %s", (granule, [a = 0, n = 0], [b = 0, m = 0], meet) => {
    const races = new Races(2, granule);
    races.plain(0, a, n, "write");
    races.plain(1, b, m, "write");
    expect(races.found !== undefined).toBe(meet);
  });

  test("what only the dead do not know is forgotten", () => {
    const races = new Races(2, 4);
    races.plain(0, 0, 4, "write");
    races.settle([0]);
    races.plain(1, 0, 4, "write");
    expect(races.found).toBeUndefined();
  });
});
