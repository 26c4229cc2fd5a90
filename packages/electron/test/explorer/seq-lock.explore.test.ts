import { describe, expect, test } from "vitest";
import { EXPLORING, FULL, printCounts } from "./attached.ts";
import { explore, type Report } from "./explore.ts";
import { load, type Mutation } from "./load.ts";
import { cell } from "./models.ts";
import { linearizable } from "./monitor.ts";
import { anyOf, type Operation, type Program, sequence } from "./thread.ts";

type Cell = import("../../src/shared/cell.ts").Cell;
type CellClass = (new (options: { words: number }) => Cell) & { from(memory: SharedArrayBuffer): Cell };

const SEQ_LOCK = "src/shared/seq-lock.ts";
const LOCKED_CELL = "src/locked/locked-cell.ts";

// Where a SeqLock's signal lies: behind its sequence.
const SIGNAL_AT = 17;

// The value of two words is a number and its negation: a torn one is seen.
const WORDS = 2;
const read = (name: string, run: (cell: Cell, target: Int32Array) => boolean): Operation<Cell> => ({
  name,
  run: (handle) => {
    const target = new Int32Array(handle.length);
    if (!run(handle, target)) return false;
    return target.length === 1 || target[1] === -target[0]! ? target[0] : `torn ${target.join()}`;
  },
});
// Two values: more would be more states that show nothing else.
const write = (name: string, run: (cell: Cell, source: Int32Array) => boolean): Operation<Cell> => ({
  name,
  run: (handle, input) => run(handle, Int32Array.of(input, -input)),
  input: (thread, index) => 1 + ((thread + index) % 2),
});

const tryRead = read("tryRead", (handle, target) => handle.tryRead(target));
const tryWrite = write("tryWrite", (handle, source) => handle.tryWrite(source));
const readForever = read("read", (handle, target) => handle.read(target));
const writeForever = write("write", (handle, source) => handle.write(source));
const readSoon = read("tryRead", (handle, target) => handle.read(target, 5));
const writeSoon = write("tryWrite", (handle, source) => handle.write(source, 5));
const trying = [tryRead, tryWrite];
const waiting = [readForever, writeForever];

interface Options {
  readonly mutations?: readonly Mutation[];
  readonly crashes?: number;
  readonly words?: number;
  readonly alike?: readonly number[];
}

function exploring(
  file: string,
  programs: readonly Program<Cell>[],
  { mutations = [], crashes = 0, words = WORDS, alike = [] }: Options = {},
): Report {
  const module = load<Record<string, CellClass>>(file, { mutations });
  const Shipped = Object.values(module)[0] as CellClass;
  const create = (): Cell[] => {
    const first = new Shipped({ words });
    return programs.map((_, thread) => (thread === 0 ? first : Shipped.from(first.memory)));
  };
  const isLocked = file === LOCKED_CELL;
  const monitor = linearizable(cell(isLocked));
  // A locked cell waits for its mutex.
  const stamps = isLocked ? [] : [SIGNAL_AT];
  return explore({ create, programs, monitor, crashes, stamps, alike, maxStates: 100_000_000 });
}

const same = (threads: number, length: number, operations: readonly Operation<Cell>[]): Program<Cell>[] =>
  Array.from({ length: threads }, () => anyOf(length, ...operations));

const rows: [string, Program<Cell>[]][] = FULL
  ? [
      ["2 threads of 4, trying", same(2, 4, trying)],
      ["2 threads of 4, waiting", same(2, 4, waiting)],
      ["2 threads of 2, everything", same(2, 2, [...trying, ...waiting, readSoon, writeSoon])],
      ["3 threads of 2, trying", same(3, 2, trying)],
      ["3 threads of 1, waiting", same(3, 1, waiting)],
    ]
  : [
      ["2 threads of 3, trying", same(2, 3, trying)],
      ["a reader and a writer of 2, waiting", [anyOf(2, readForever), anyOf(2, writeForever)]],
      ["3 threads of 1, trying", same(3, 1, trying)],
    ];
// Of a SeqLock that is too much for one walk; see below.
const lockedRows: typeof rows = FULL ? [["3 threads of 2, waiting", same(3, 2, waiting)]] : [];

describe.each([
  ["SeqLock", SEQ_LOCK, rows],
  ["LockedCell", LOCKED_CELL, [...rows, ...lockedRows]],
] as const)("%s", (owner, file, all) => {
  test.each(all)(
    "is a cell: %s",
    (name, programs) => {
      const report = exploring(file, programs);
      expect([report.failure?.message, report.complete]).toEqual([undefined, true]);
      printCounts(`${owner}, ${name}`, report);
    },
    EXPLORING,
  );
});

// Three threads that wait twice each, over one word: two would be nine times the states, and a torn value is looked for
// above. One mix of operations at a time, since all at once are too many; those of the same operations in another order of
// threads are alike.
const PAIRS = {
  rr: [readForever, readForever],
  rw: [readForever, writeForever],
  wr: [writeForever, readForever],
  ww: [writeForever, writeForever],
} as const;
type Pair = keyof typeof PAIRS;
// What is the same thread twice stands first and last: those write the same numbers.
const MIXES: readonly (readonly [Pair, Pair, Pair])[] = [
  ["rr", "rr", "rr"],
  ["rr", "rw", "rr"],
  ["rr", "wr", "rr"],
  ...(FULL
    ? ([
        ["rr", "ww", "rr"],
        ["rw", "rr", "rw"],
        ["rw", "rw", "rw"],
        ["rw", "wr", "rw"],
        ["rw", "ww", "rw"],
        ["rr", "rw", "wr"],
        ["rr", "rw", "ww"],
        ["rr", "wr", "ww"],
        ["rw", "wr", "ww"],
        ["wr", "rr", "wr"],
        ["wr", "rw", "wr"],
        ["wr", "wr", "wr"],
        ["wr", "ww", "wr"],
        ["ww", "rr", "ww"],
        ["ww", "rw", "ww"],
        ["ww", "wr", "ww"],
        ["ww", "ww", "ww"],
      ] as const)
    : []),
];

describe("SeqLock, three threads that wait twice", () => {
  test.each(MIXES)(
    "is a cell: %s, %s, %s",
    (...mix) => {
      const programs = mix.map((pair) => sequence(...PAIRS[pair]));
      const alike = mix[0] === mix[2] ? [0, 2] : [];
      const report = exploring(SEQ_LOCK, programs, { words: 1, alike });
      expect([report.failure?.message, report.complete]).toEqual([undefined, true]);
      printCounts(`SeqLock ${mix.join(" ")}`, report);
    },
    EXPLORING,
  );
});

describe("SeqLock", () => {
  test(
    "a writer that dies leaves readers and writers that end at their deadlines, and tries that fail",
    () => {
      const programs = [anyOf(1, tryWrite), anyOf(2, tryRead, tryWrite, readSoon, writeSoon)];
      const report = exploring(SEQ_LOCK, programs, { crashes: 1 });
      expect([report.failure?.message, report.complete]).toEqual([undefined, true]);
      printCounts("SeqLock with a death", report);
    },
    EXPLORING,
  );

  test("a reader that dies blocks nobody", () => {
    const report = exploring(SEQ_LOCK, [anyOf(2, readForever), anyOf(2, writeForever)], { crashes: 1 });
    // The explorer kills the writer too: then the reader sleeps for ever. Only that may be wrong.
    expect(report.failure?.message.split("\n")[0]).toBe("asleep for ever: T0 read");
  });

  const STORE_VALUE = "Atomics.store(words, VALUE + i, source[i] as number)";
  test.each<[string, string, string, string]>([
    ["reads while a write goes on", "if ((sequence & 1) !== 0) return false;", "", "wrong result"],
    [
      "does not look whether a write came between",
      "if (Atomics.load(words, SEQUENCE) === sequence) return true;",
      "return true;",
      "wrong result",
    ],
    [
      "looks before it has copied",
      "for (let i = 0; i < this.length; i++) target[i] = Atomics.load(words, VALUE + i);\n      if (Atomics.load(words, SEQUENCE) === sequence) return true;",
      "const unchanged = Atomics.load(words, SEQUENCE) === sequence;\n for (let i = 0; i < this.length; i++) target[i] = Atomics.load(words, VALUE + i);\n if (unchanged) return true;",
      "wrong result",
    ],
    [
      "writes by a store of the sequence",
      "Atomics.compareExchange(words, SEQUENCE, sequence, sequence + 1) !== sequence",
      "Atomics.store(words, SEQUENCE, sequence + 1) < 0",
      "wrong result",
    ],
    ["writes while another writes", "(sequence & 1) !== 0 || Atomics", "Atomics", "deadlock"],
    [
      "ends its write before it has written",
      `for (let i = 0; i < this.length; i++) ${STORE_VALUE};\n    Atomics.store(words, SEQUENCE, sequence + 2);`,
      `Atomics.store(words, SEQUENCE, sequence + 2);\n for (let i = 0; i < this.length; i++) ${STORE_VALUE};`,
      "wrong result",
    ],
    ["gives the sequence back as it was", "sequence + 2", "sequence", "wrong result"],
    ["writes plainly", STORE_VALUE, "words[VALUE + i] = source[i] as number", "race"],
    ["reads plainly", "target[i] = Atomics.load(words, VALUE + i)", "target[i] = words[VALUE + i] as number", "race"],
    ["does not wake who waits", "this.#signal.notify();", "", "deadlock"],
    [
      "wakes who waits before its write has ended",
      "Atomics.store(words, SEQUENCE, sequence + 2);\n    this.#signal.notify();",
      "this.#signal.notify();\n    Atomics.store(words, SEQUENCE, sequence + 2);",
      "deadlock",
    ],
  ])(
    "one that %s is found out",
    (_, find, replace, kind) => {
      const programs = [anyOf(2, ...waiting), anyOf(2, ...waiting)];
      const report = exploring(SEQ_LOCK, programs, { mutations: [{ file: SEQ_LOCK, find, replace }] });
      expect(report.failure?.kind).toBe(kind);
    },
    EXPLORING,
  );

  test("and a locked cell that reads without the lock is a race", () => {
    const mutations = [
      ["if (!this.#mutex.lock(timeout)) return false;\n    // Under", "// Under"],
      [
        "target[i] = this.#words[VALUE + i] as number;\n    this.#mutex.unlock();",
        "target[i] = this.#words[VALUE + i]!;",
      ],
    ].map(([find = "", replace = ""]) => ({ file: LOCKED_CELL, find, replace }));
    expect(exploring(LOCKED_CELL, same(2, 2, waiting), { mutations }).failure?.kind).toBe("race");
  });
});
