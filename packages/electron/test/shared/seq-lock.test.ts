import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { SeqLock } from "../../src/threads/index.ts";
import { LockedCell } from "../../src/locked/index.ts";
import type { Cell } from "../../src/shared/cell.ts";
import { codeOf, runs } from "../code-of.ts";
import { NaiveCell } from "../oracle/naive-cell.ts";
import { inLockWorkers, type LockTask } from "./in-lock-workers.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

interface CellClass {
  new (options: { words: number }): Cell;
  from(memory: SharedArrayBuffer): Cell;
}

// Where the word lies that says that somebody is in the cell, and what it says then.
const BUSY_WORD = 16;
const cells: [string, CellClass, LockTask["job"]][] = [
  ["SeqLock", SeqLock, "seqLock"],
  ["LockedCell", LockedCell, "lockedCell"],
];

describe.each(cells)("%s", (_, Shipped, job) => {
  test("begins with zeros, and gives every handle what was written last", () => {
    const cell = new Shipped({ words: 3 });
    const other = Shipped.from(cell.memory);
    const target = Int32Array.of(9, 9, 9);
    expect([other.length, other.tryRead(target), ...target]).toEqual([3, true, 0, 0, 0]);
    expect(cell.tryWrite(Int32Array.of(1, -2, 2 ** 31 - 1))).toBe(true);
    expect([other.read(target), ...target]).toEqual([true, 1, -2, 2 ** 31 - 1]);
    expect(other.write(Int32Array.of(4, 5, 6), 0)).toBe(true);
    expect([cell.read(target, 0), ...target]).toEqual([true, 4, 5, 6]);
  });

  test("touches no more of a longer array than the cell is long", () => {
    const cell = new Shipped({ words: 2 });
    cell.write(Int32Array.of(1, 2, 3));
    const target = Int32Array.of(7, 7, 7);
    cell.read(target);
    expect([...target]).toEqual([1, 2, 7]);
  });

  test("while somebody writes, tries fail, the others end at their deadlines, and nothing is written", () => {
    const cell = new Shipped({ words: 1 });
    const words = new Int32Array(cell.memory);
    cell.write(Int32Array.of(5));
    const idle = words[BUSY_WORD] as number;
    words[BUSY_WORD] = idle + 1;
    const one = Int32Array.of(1);
    expect([cell.tryRead(one), cell.tryWrite(one), cell.read(one, 3), cell.write(one, 3)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    words[BUSY_WORD] = idle;
    expect([cell.tryRead(one), one[0]]).toEqual([true, 5]);
  });

  test("who waits goes on when the other is done; tries do not wait", () => {
    const cell = new Shipped({ words: 1 });
    const words = new Int32Array(cell.memory);
    const one = Int32Array.of(1);
    const wait = vi.spyOn(Atomics, "wait").mockImplementation(() => {
      words[BUSY_WORD] = 0;
      return "ok";
    });
    const busy = <T>(run: () => T): T => {
      words[BUSY_WORD] = 1;
      return run();
    };
    expect([busy(() => cell.tryRead(one)), busy(() => cell.tryWrite(one)), wait.mock.calls.length]).toEqual([
      false,
      false,
      0,
    ]);
    expect([busy(() => cell.write(one)), busy(() => cell.read(one, 20_000)), one[0]]).toEqual([true, true, 1]);
  });

  test.each([
    ["too short", () => new SharedArrayBuffer(60)],
    ["of zeros", () => new SharedArrayBuffer(256)],
    ["of the other cell", () => new (Shipped === SeqLock ? LockedCell : SeqLock)({ words: 1 }).memory],
  ])("from memory that is %s is a coded error", (__, make) => {
    expect(codeOf(() => Shipped.from(make()))).toBe("WATT_ELECTRON_SHARED_LAYOUT");
  });

  test("without shared memory it cannot be made", () => {
    vi.stubGlobal("SharedArrayBuffer", undefined);
    expect(codeOf(() => new Shipped({ words: 1 }))).toBe("WATT_ELECTRON_MEMORY");
  });

  test("programs of two handles do what a plain array does", () => {
    const words = 3;
    const value = fc.array(fc.integer(), { minLength: words, maxLength: words });
    const steps = fc.array(fc.record({ handle: fc.nat(1), write: fc.option(value), tries: fc.boolean() }));
    fc.assert(
      fc.property(steps, fc.boolean(), (program, wraps) => {
        const first = new Shipped({ words });
        // Near the end of the numbers that the SeqLock counts its writes with.
        if (wraps && first instanceof SeqLock) new Int32Array(first.memory)[BUSY_WORD] = 0x7fff_fffe;
        const handles = [first, Shipped.from(first.memory)];
        const oracle = new NaiveCell(words);
        for (const { handle, write, tries } of program) {
          const cell = handles[handle] as Cell;
          const array = Int32Array.from(write ?? [0, 0, 0]);
          if (write === null) {
            expect(tries ? cell.tryRead(array) : cell.read(array)).toBe(true);
            expect([...array]).toEqual(oracle.value);
          } else {
            expect(tries ? cell.tryWrite(array) : cell.write(array)).toBe(true);
            oracle.write(write);
          }
        }
      }),
      runs(200, 10_000),
    );
  });

  test("workers that read and write see no torn value", async () => {
    const { numRuns: rounds } = runs(3000, 300_000);
    const { memory } = new Shipped({ words: 20 });
    expect(await inLockWorkers(3, { job, memory, rounds })).toEqual([0, 0, 0]);
  }, 120_000);
});

describe("SeqLock", () => {
  test.each([0, -1, 1.5, 2 ** 20 + 1, Number.NaN, Infinity])("of %d words is a coded error", (words) => {
    expect(codeOf(() => new SeqLock({ words }))).toBe("WATT_ELECTRON_OPTION");
  });

  test.each([1, 2 ** 20])("of %d words is none", (words) => {
    expect(new SeqLock({ words }).length).toBe(words);
  });

  test("a reader starts anew when a write came between", () => {
    const cell = new SeqLock({ words: 2 });
    const target = new Int32Array(2);
    // The first element that is stored writes the cell anew.
    let writes = 0;
    const intruded = new Proxy(target, {
      set(_, key, value: number) {
        target[Number(key as string)] = value;
        if (writes++ === 0) cell.write(Int32Array.of(3, 4));
        return true;
      },
    });
    expect([cell.tryRead(intruded), ...target, writes]).toEqual([true, 3, 4, 4]);
  });

  test("a writer whose exchange fails writes nothing", () => {
    const cell = new SeqLock({ words: 1 });
    const spy = vi.spyOn(Atomics, "compareExchange").mockReturnValueOnce(2 as never);
    expect(cell.tryWrite(Int32Array.of(1))).toBe(false);
    spy.mockRestore();
    const target = Int32Array.of(9);
    expect([cell.tryRead(target), target[0]]).toEqual([true, 0]);
  });
});
