import { once } from "node:events";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SharedArena, SharedCounter } from "../../src/threads/index.ts";
import { codeOf, runs } from "../code-of.ts";

// The header takes three lines.
const BASE = 192;

describe("one thread", () => {
  test("allocates in one piece, as its chunks follow each other", () => {
    const arena = new SharedArena({ bytes: 1024, chunkBytes: 64 });
    expect([arena.alloc(8), arena.alloc(3), arena.alloc(60), arena.alloc(1, 1), arena.alloc(8, 64)]).toEqual([
      BASE,
      BASE + 8,
      BASE + 16,
      BASE + 76,
      BASE + 128,
    ]);
    expect([arena.capacity, arena.used, arena.highWater, arena.memory.byteLength]).toEqual([
      1024,
      192,
      192,
      1024 + BASE,
    ]);
  });

  test("what does not fit leaves smaller requests their room, to the last byte", () => {
    const arena = new SharedArena({ bytes: 1000, chunkBytes: 256 });
    expect(arena.capacity).toBe(1024);
    arena.alloc(250, 1);
    expect([arena.tryAlloc(1000, 1), arena.tryAlloc(2 ** 31 - 1, 1), arena.tryAlloc(1, 2 ** 30)]).toEqual([-1, -1, -1]);
    expect(() => arena.alloc(1000)).toThrow(/768 of 1024 left, and 1000 bytes aligned to 8 was asked/);
    expect([arena.tryAlloc(768, 1), arena.tryAlloc(7, 1), arena.tryAlloc(6, 1), arena.tryAlloc(1, 1)]).toEqual([
      BASE + 250,
      -1,
      BASE + 1018,
      -1,
    ]);
    expect([arena.used, arena.highWater]).toEqual([1024, 1024]);
  });

  test("takes large runs by themselves, and keeps its chunk", () => {
    const arena = new SharedArena({ bytes: 4096, chunkBytes: 256 });
    const other = SharedArena.from(arena.memory);
    arena.alloc(8);
    other.alloc(8);
    expect([arena.alloc(1000), arena.alloc(8), arena.alloc(8, 1024)]).toEqual([BASE + 512, BASE + 8, 2048]);
    expect([arena.alloc(8), arena.used]).toEqual([2056, 256 + 256 + 1024 + 1024]);
  });

  test.each([
    [8, 4096],
    [100, 65_536],
    [200_000, 1 << 20],
  ])("an alignment above a line is kept, for %i bytes at %i", (bytes, align) => {
    const arena = new SharedArena({ bytes: 8 << 20 });
    const [first, second] = [arena.alloc(bytes, align), arena.alloc(bytes, align)];
    expect([first % align, second % align, second - first >= bytes]).toEqual([0, 0, true]);
  });

  test("reset frees all, for every instance, and keeps the high water", () => {
    const arena = new SharedArena({ bytes: 4096, chunkBytes: 1024 });
    const other = SharedArena.from(arena.memory);
    expect([arena.alloc(8), other.alloc(8), arena.used]).toEqual([BASE, BASE + 1024, 2048]);
    arena.reset();
    expect([other.used, other.highWater, other.alloc(8), arena.alloc(8)]).toEqual([0, 2048, BASE, BASE + 1024]);
    const late = SharedArena.from(arena.memory);
    expect([late.alloc(8), late.capacity, late.highWater]).toEqual([BASE + 2048, 4096, 3072]);
    arena.reset();
    expect([arena.alloc(8), arena.highWater]).toEqual([BASE, 3072]);
  });

  test("an empty arena and an empty request", () => {
    const arena = new SharedArena({ bytes: 0 });
    expect([arena.capacity, arena.tryAlloc(1), arena.used, arena.highWater]).toEqual([0, -1, 0, 0]);
    expect(new SharedArena({ bytes: 1 }).tryAlloc(0)).toBe(BASE);
  });
});

test.each([
  ["bytes below 0", () => new SharedArena({ bytes: -1 }), "WATT_ELECTRON_OPTION"],
  ["no bytes", () => new SharedArena({} as { bytes: number }), "WATT_ELECTRON_OPTION"],
  ["bytes beyond 2^31 - 320", () => new SharedArena({ bytes: 2 ** 31 - 319 }), "WATT_ELECTRON_OPTION"],
  ["chunks of nothing", () => new SharedArena({ bytes: 64, chunkBytes: 0 }), "WATT_ELECTRON_OPTION"],
  ["chunks of 2^31", () => new SharedArena({ bytes: 64, chunkBytes: 2 ** 31 }), "WATT_ELECTRON_OPTION"],
  ["memory of something else", () => SharedArena.from(new SharedCounter().memory), "WATT_ELECTRON_SHARED_LAYOUT"],
  ["memory of nothing", () => SharedArena.from(new SharedArrayBuffer(8)), "WATT_ELECTRON_SHARED_LAYOUT"],
  ["a negative request", () => new SharedArena({ bytes: 64 }).tryAlloc(-1), "WATT_ELECTRON_OPTION"],
  ["a fractional request", () => new SharedArena({ bytes: 64 }).tryAlloc(1.5), "WATT_ELECTRON_OPTION"],
  ["alignment 3", () => new SharedArena({ bytes: 64 }).alloc(1, 3), "WATT_ELECTRON_OPTION"],
  ["alignment 0", () => new SharedArena({ bytes: 64 }).alloc(1, 0), "WATT_ELECTRON_OPTION"],
  ["alignment 1.5", () => new SharedArena({ bytes: 64 }).alloc(1, 1.5), "WATT_ELECTRON_OPTION"],
])("%s is a coded error", (_, run, code) => {
  expect(codeOf(run)).toBe(code);
});

// Overlap and range are what a user needs; when it may refuse is a bound: what all chunks may waste.
test("programs over several instances: nothing overlaps, all lies within, what is refused could not be served", () => {
  const request = fc.record({
    instance: fc.nat(2),
    bytes: fc.oneof(fc.nat(64), fc.nat(700)),
    align: fc.constantFrom(1, 2, 8, 64, 128),
  });
  const reset = fc.constant("reset" as const);
  const program = fc.array(fc.oneof({ weight: 30, arbitrary: request }, { weight: 1, arbitrary: reset }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 6000 }),
      fc.integer({ min: 1, max: 600 }),
      program,
      (bytes, chunkBytes, steps) => {
        const first = new SharedArena({ bytes, chunkBytes });
        const arenas = [first, SharedArena.from(first.memory), SharedArena.from(first.memory)];
        const owner = new Uint8Array(first.memory.byteLength);
        let highest = 0;
        for (const step of steps) {
          if (step === "reset") {
            arenas[1]?.reset();
            owner.fill(0);
          } else {
            const left = first.capacity - first.used;
            const offset = (arenas[step.instance] as SharedArena).tryAlloc(step.bytes, step.align);
            if (offset === -1) {
              expect(Math.max(1, step.bytes) + Math.max(0, step.align - 64)).toBeGreaterThan(left);
            } else {
              expect([offset % step.align, offset >= BASE, offset + step.bytes <= owner.length]).toEqual([
                0,
                true,
                true,
              ]);
              expect(owner.subarray(offset, offset + step.bytes).every((byte) => byte === 0)).toBe(true);
              owner.fill(1, offset, offset + step.bytes);
            }
          }
          highest = Math.max(highest, first.used);
          expect([first.used <= first.capacity, first.highWater]).toEqual([true, highest]);
        }
      },
    ),
    runs(300, 20_000),
  );
});

test("who runs past the end in a race keeps what is left there, and the rest of its chunk if that is more", () => {
  const arena = new SharedArena({ bytes: 1024, chunkBytes: 256 });
  const top = new Int32Array(arena.memory, 64, 1);
  const load = Atomics.load;
  // Another thread takes its chunk between the look and the add.
  Atomics.load = ((words: Int32Array, at: number) => {
    const seen = load(words, at);
    if (words.buffer === arena.memory && at === 16) Atomics.add(top, 0, 12);
    return seen;
  }) as typeof Atomics.load;
  try {
    expect(arena.tryAlloc(512, 1)).toBe(-1);
  } finally {
    Atomics.load = load;
  }
  // Lines 12 to 16 were left.
  expect([arena.tryAlloc(257, 1), arena.tryAlloc(200, 1), arena.tryAlloc(56, 1), arena.tryAlloc(1, 1)]).toEqual([
    -1,
    BASE + 768,
    BASE + 968,
    -1,
  ]);
  expect([arena.used, arena.highWater]).toEqual([1024, 1024]);
});

test("four threads get bytes that nobody else has, through resets", async () => {
  const arena = new SharedArena({ bytes: 1 << 20, chunkBytes: 4096 });
  const control = new SharedArrayBuffer(8);
  const gate = new Int32Array(control);
  const rounds = process.env["WATT_FULL"] === "1" ? 60 : 6;
  const workers = [1, 2, 3, 4].map(
    (id) =>
      new Worker(new URL("./shared-arena-worker.ts", import.meta.url), {
        execArgv: ["--conditions=@watt/source"],
        workerData: { memory: arena.memory, control, id, rounds },
      }),
  );
  try {
    let met = 0;
    for (let round = 1; round <= rounds; round++) {
      const answers = Promise.all(workers.map((worker) => once(worker, "message")));
      Atomics.store(gate, 0, round);
      Atomics.notify(gate, 0);
      const taken = (await answers).flatMap(([offsets], i) =>
        Array.from(offsets as Int32Array, (value, at) => ({ id: i + 1, at, value })),
      );
      if (expectApart(arena, taken) > 1) met++;
      expect(arena.used).toBe(arena.capacity);
      arena.reset();
    }
    expect(met).toBeGreaterThan(0);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}, 30_000);

// Offsets and sizes take turns in what a worker tells. Each has filled its bytes with its number. Answers how many have any.
function expectApart(arena: SharedArena, taken: readonly { id: number; at: number; value: number }[]): number {
  const bytes = new Uint8Array(arena.memory);
  const pieces: { id: number; offset: number; size: number }[] = [];
  for (let i = 0; i < taken.length; i += 2) {
    const [offset, size] = [taken[i], taken[i + 1]] as [{ id: number; value: number }, { value: number }];
    pieces.push({ id: offset.id, offset: offset.value, size: size.value });
  }
  pieces.sort((a, b) => a.offset - b.offset);
  let end = BASE;
  let foreign = 0;
  for (const { id, offset, size } of pieces) {
    if (offset < end) throw new Error(`[${offset}, ${offset + size}) of ${id} lies below ${end}`);
    end = offset + size;
    for (let at = offset; at < end; at++) if (bytes[at] !== id) foreign++;
  }
  expect(end).toBeLessThanOrEqual(BASE + arena.capacity);
  expect(foreign).toBe(0);
  return new Set(pieces.map((piece) => piece.id)).size;
}
