import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Arena, type Mark, type Offset } from "../src/index.ts";
import { runs } from "./code-of.ts";
import { NaiveBump } from "./oracle/bump.ts";
import { NaiveChain } from "./oracle/chain.ts";

type Step =
  | { do: "alloc"; bytes: number; align: number }
  | { do: "typed"; length: number; type: 0 | 1 | 2 | 3 }
  | { do: "mark" | "release" | "outer" | "reset" | "trim" };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("alloc" as const),
      bytes: fc.oneof(fc.nat(40), fc.nat(400)),
      align: fc.constantFrom(1, 2, 4, 8, 16, 64),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("typed" as const),
      length: fc.nat(20),
      type: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom("mark" as const, "release" as const, "outer" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("reset" as const, "trim" as const) }) },
);

const typed = [
  { bytes: 1, alloc: (arena: Arena, length: number): Offset => arena.allocU8(length) },
  { bytes: 2, alloc: (arena: Arena, length: number): Offset => arena.allocU16(length) },
  { bytes: 4, alloc: (arena: Arena, length: number): Offset => arena.allocU32(length) },
  { bytes: 8, alloc: (arena: Arena, length: number): Offset => arena.allocF64(length) },
];

interface Model {
  readonly top: number;
  readonly highest: number;
  alloc(bytes: number, align: number): number;
  trim(): void;
  count: number;
}

interface Live {
  readonly offset: Offset;
  readonly bytes: number;
  readonly fill: number;
}

// Writes into every allocation its own pattern, and reads all of them back before anything is freed: so two that
// overlap, or one that lies outside, are found whatever the model says.
class Program {
  readonly #arena: Arena;
  readonly #model: Model;
  readonly #exact: boolean;
  readonly #marks: { mark: Mark; count: number }[] = [];
  readonly #live: Live[] = [];
  #fill = 0;

  constructor(arena: Arena, model: Model, exact: boolean) {
    this.#arena = arena;
    this.#model = model;
    this.#exact = exact;
  }

  run(s: Step): void {
    const arena = this.#arena;
    if (s.do === "alloc") this.#take(s.bytes, s.align, () => arena.tryAlloc(s.bytes, s.align));
    else if (s.do === "typed") this.#takeTyped(s.length, s.type);
    else if (s.do === "mark") this.#marks.push({ mark: arena.mark(), count: this.#live.length });
    else if (s.do === "release") this.#release(this.#marks.length - 1);
    else if (s.do === "outer") this.#release(this.#marks.length - 2);
    else if (s.do === "trim") this.#trim();
    else this.#reset();
    arena.check();
    this.#expectWhole();
    expect([arena.used, arena.highWater]).toEqual([this.#model.top - arena.start, this.#model.highest]);
  }

  #takeTyped(length: number, type: number): void {
    const { bytes, alloc } = typed[type] as (typeof typed)[number];
    this.#take(bytes * length, bytes, () => {
      try {
        return alloc(this.#arena, length);
      } catch (error) {
        expect(error).toMatchObject({ code: "WATT_ELECTRON_FULL" });
        return -1;
      }
    });
  }

  #take(bytes: number, align: number, alloc: () => Offset | -1): void {
    const expected = this.#model.alloc(bytes, align);
    const offset = alloc();
    if (this.#exact) expect(offset).toBe(expected);
    else expect(offset < 0).toBe(expected < 0);
    if (offset === -1) return;
    expect(offset % align).toBe(0);
    this.#fill = (this.#fill + 1) % 251;
    this.#arena.u8(offset, bytes).fill(this.#fill);
    this.#live.push({ offset, bytes, fill: this.#fill });
  }

  #release(at: number): void {
    const open = this.#marks[at];
    if (open === undefined) return;
    this.#marks.length = at;
    this.#arena.release(open.mark);
    this.#live.length = open.count;
    this.#model.count = open.count;
  }

  #reset(): void {
    this.#release(0);
    this.#arena.reset();
    this.#live.length = 0;
    this.#model.count = 0;
  }

  #trim(): void {
    this.#arena.trim();
    this.#model.trim();
  }

  #expectWhole(): void {
    for (const { offset, bytes, fill } of this.#live) {
      const place = this.#arena.byteOffsetAt(offset);
      const seen = new Uint8Array(this.#arena.bufferAt(offset), place, bytes);
      expect(seen.every((byte) => byte === fill)).toBe(true);
    }
  }
}

class BumpModel extends NaiveBump implements Model {
  set count(count: number) {
    this.blocks.length = count;
  }
  get count(): number {
    return this.blocks.length;
  }
  trim(): void {}
}

class ChainModel extends NaiveChain implements Model {
  set count(count: number) {
    this.pieces.length = count;
  }
  get count(): number {
    return this.pieces.length;
  }
}

const steps = fc.array(step, { maxLength: 50 });

describe("programs agree with a naive allocator", () => {
  test.each([
    ["not checked", { checked: false }, true],
    ["checked, as by default", {}, true],
  ])("in a region, %s", (_, options, exact) => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(600), steps, (start, bytes, all) => {
        const arena = new Arena({ buffer: new ArrayBuffer(1000), start, bytes, ...options });
        const program = new Program(arena, new BumpModel(start, bytes), exact);
        for (const s of all) program.run(s);
      }),
      runs(120, 10_000),
    );
  });

  test("in a region, checked by order: each allocation is a canary longer", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(600), steps, (start, bytes, all) => {
        const buffer = new Uint8Array(1000).fill(7).buffer;
        const arena = new Arena({ buffer, start, bytes, checked: true });
        const model = new BumpModel(start, bytes);
        const longer: Model = {
          alloc: (wanted, align) => model.alloc(wanted + 8, align),
          trim: () => undefined,
          get top() {
            return model.top;
          },
          get highest() {
            return model.highest;
          },
          get count() {
            return model.count;
          },
          set count(count) {
            model.count = count;
          },
        };
        const program = new Program(arena, longer, true);
        for (const s of all) program.run(s);
        const others = [...new Uint8Array(buffer, 0, start), ...new Uint8Array(buffer, start + bytes)];
        expect(others.every((byte) => byte === 7)).toBe(true);
      }),
      runs(120, 10_000),
    );
  });

  test.each([
    ["not checked", { checked: false }, true],
    ["checked, as by default: the same fit, elsewhere", {}, false],
  ])("in memory of its own, %s", (_, options, exact) => {
    fc.assert(
      fc.property(fc.nat(700), steps, (bytes, all) => {
        const program = new Program(new Arena({ bytes, ...options }), new BumpModel(0, bytes), exact);
        for (const s of all) program.run(s);
      }),
      runs(120, 10_000),
    );
  });

  test.each([
    ["not checked", { checked: false }, true],
    ["checked, as by default: the same fit, elsewhere", {}, false],
  ])("in a chain, %s", (_, options, exact) => {
    fc.assert(
      fc.property(fc.constantFrom(64, 128, 256), fc.integer({ min: 256, max: 2000 }), steps, (bytes, limit, all) => {
        const program = new Program(new Arena({ bytes, limit, ...options }), new ChainModel(bytes, limit), exact);
        for (const s of all) program.run(s);
      }),
      runs(200, 20_000),
    );
  });
});
