import { once } from "node:events";
import { afterEach, describe, expect, test, vi } from "vitest";
import { LINE_WORDS } from "../../src/shared/shared-memory.ts";
import { Signal } from "../../src/shared/signal.ts";
import { codeOf, runs } from "../code-of.ts";
import { lockWorker } from "./in-lock-workers.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

// A signal in words 1 and 2: its sequence, and how many wait.
function setUp(): { words: Int32Array<SharedArrayBuffer>; signal: Signal } {
  const words = new Int32Array(new SharedArrayBuffer(4 * LINE_WORDS));
  return { words, signal: new Signal(words, 1) };
}

describe("Signal", () => {
  test("a notification while nobody waits writes nothing", () => {
    const { words, signal } = setUp();
    signal.notify();
    expect([...words].every((word) => word === 0)).toBe(true);
  });

  test("a condition that holds is asked once and nobody sleeps", async () => {
    const { words, signal } = setUp();
    const ready = vi.fn(() => true);
    expect([signal.wait(ready, Infinity), await signal.waitAsync(ready, Infinity)]).toEqual([true, true]);
    expect([ready.mock.calls.length, words.some((word) => word !== 0)]).toEqual([2, false]);
  });

  test.each([0, -1, Number.NaN])("with %d ms a condition that does not hold is asked once", async (timeout) => {
    const { signal } = setUp();
    const ready = vi.fn(() => false);
    expect([signal.wait(ready, timeout), await signal.waitAsync(ready, timeout)]).toEqual([false, false]);
    expect(ready.mock.calls.length).toBe(2);
  });

  test.each(["wait", "waitAsync"] as const)("%s ends when its time is over, and counts itself off", async (form) => {
    const { words, signal } = setUp();
    const start = performance.now();
    const counted: number[] = [];
    const ready = (): boolean => (counted.push(words[2] as number), false);
    expect(await signal[form](ready, 5)).toBe(false);
    expect(performance.now() - start).toBeGreaterThanOrEqual(4.9);
    expect([counted[0], counted[1], words[2], counted.length >= 3]).toEqual([0, 1, 0, true]);
  });

  test.each(["wait", "waitAsync"] as const)("%s: a condition that fails ends it, and counts it off", async (form) => {
    const { words, signal } = setUp();
    let asked = 0;
    const ready = (): boolean => {
      if (asked++ > 0) throw new RangeError("mine");
      return false;
    };
    await expect(async () => signal[form](ready, 100)).rejects.toThrow("mine");
    expect(words[2]).toBe(0);
  });

  test("waitAsync wakes all who wait, each as often as it must look", async () => {
    const { words, signal } = setUp();
    const waiting = [1, 2, 3].map((least) => signal.waitAsync(() => Atomics.load(words, 0) >= least, 20_000));
    for (let i = 1; i <= 3; i++) {
      Atomics.store(words, 0, i);
      signal.notify();
      expect(await waiting[i - 1]).toBe(true);
    }
    expect([words[1], words[2]]).toEqual([3, 0]);
  });

  test("waitAsync looks now and then where the language has no waitAsync", async () => {
    vi.stubGlobal("Atomics", Object.create(Atomics, { waitAsync: { value: undefined } }));
    const { words, signal } = setUp();
    const waiting = signal.waitAsync(() => Atomics.load(words, 0) === 1, Infinity);
    expect(await signal.waitAsync(() => false, 1)).toBe(false);
    Atomics.store(words, 0, 1);
    expect(await waiting).toBe(true);
  });

  test("a thread that may not block gets a coded error and counts itself off", () => {
    const { words, signal } = setUp();
    vi.spyOn(Atomics, "wait").mockImplementation(() => {
      throw new TypeError("Atomics.wait cannot be called in this context");
    });
    expect(codeOf(() => signal.wait(() => false, 5))).toBe("WATT_ELECTRON_CANNOT_WAIT");
    expect(words[2]).toBe(0);
  });

  test("the sequence wraps", async () => {
    const { words, signal } = setUp();
    words[1] = 0x7fff_ffff;
    const waiting = signal.waitAsync(() => Atomics.load(words, 0) === 1, 20_000);
    Atomics.store(words, 0, 1);
    signal.notify();
    expect([await waiting, words[1]]).toEqual([true, -0x8000_0000]);
  });

  test.each(["wait", "waitAsync"] as const)(
    "two threads that answer each other by %s lose no wake-up",
    async (form) => {
      const { words, signal } = setUp();
      const { numRuns: rounds } = runs(600, 40_000);
      const worker = lockWorker({ job: "answer", memory: words.buffer, rounds });
      try {
        const answer = once(worker, "message");
        for (let i = 0; i < rounds; i += 2) {
          Atomics.store(words, 0, i + 1);
          signal.notify();
          expect(await signal[form](() => Atomics.load(words, 0) === i + 2, 20_000)).toBe(true);
        }
        expect(await answer).toEqual(["done"]);
      } finally {
        await worker.terminate();
      }
    },
    120_000,
  );
});
