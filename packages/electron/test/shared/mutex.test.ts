import { execFileSync } from "node:child_process";
import { once } from "node:events";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Mutex } from "../../src/threads/index.ts";
import { codeOf, runs } from "../code-of.ts";
import { NaiveLock } from "../oracle/naive-lock.ts";
import { inLockWorkers, lockWorker } from "./in-lock-workers.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function held(): Mutex {
  const mutex = new Mutex();
  mutex.lock();
  return mutex;
}

describe("Mutex", () => {
  test("is held by one at a time, also through another handle", () => {
    const mutex = new Mutex();
    const other = Mutex.from(mutex.memory);
    expect([mutex.tryLock(), other.tryLock(), mutex.tryLock(), other.lock(0)]).toEqual([true, false, false, false]);
    other.unlock();
    expect([other.lock(), mutex.tryLock()]).toEqual([true, false]);
  });

  test.each([0, -1, Number.NaN, 0.1, 5])("a lock of a held one gives up after %d ms", (timeout) => {
    const mutex = held();
    const start = performance.now();
    expect(mutex.lock(timeout)).toBe(false);
    expect(performance.now() - start).toBeGreaterThanOrEqual(timeout > 0 ? timeout - 0.05 : 0);
    mutex.unlock();
    expect(mutex.tryLock()).toBe(true);
  });

  test("a wait that ends with time left and the lock still held goes on waiting", () => {
    const mutex = held();
    const wait = vi.spyOn(Atomics, "wait").mockReturnValue("ok");
    expect(mutex.lock(3)).toBe(false);
    expect(wait.mock.calls.length).toBeGreaterThan(1);
  });

  test.each([
    ["never taken", (): Mutex => new Mutex()],
    [
      "given back before",
      (): Mutex => {
        const mutex = held();
        mutex.unlock();
        return mutex;
      },
    ],
  ])("giving back one that was %s is a coded error and changes nothing", (_, make) => {
    const mutex = make();
    expect(codeOf(() => mutex.unlock())).toBe("WATT_ELECTRON_NOT_HELD");
    expect(mutex.tryLock()).toBe(true);
  });

  test("withLock returns what it ran, under the lock, and gives back also after a throw", () => {
    const mutex = new Mutex();
    expect(mutex.withLock(() => mutex.tryLock() || "held")).toBe("held");
    const failure = new Error("mine");
    expect(() =>
      mutex.withLock(() => {
        throw failure;
      }),
    ).toThrow(failure);
    expect(mutex.tryLock()).toBe(true);
    const run = vi.fn();
    expect([mutex.withLock(run, 1), run.mock.calls.length]).toEqual([undefined, 0]);
  });

  test("can be put on words of a larger structure, and touches one of them", async () => {
    const words = new Int32Array(new SharedArrayBuffer(20));
    const mutex = new Mutex(words, 3);
    expect([mutex.tryLock(), mutex.lock(0), await mutex.lockAsync(0), words[3]]).toEqual([true, false, false, 1]);
    expect([mutex.lock(1), mutex.memory === words.buffer]).toEqual([false, true]);
    expect([...words].map((word, at) => at === 3 || word === 0)).toEqual([true, true, true, true, true]);
    mutex.unlock();
    expect([...words]).toEqual([0, 0, 0, 0, 0]);
  });

  test("lockAsync takes a free one at once, waits for a held one, and gives up in time", async () => {
    const mutex = new Mutex();
    expect(await mutex.lockAsync(0)).toBe(true);
    expect([await mutex.lockAsync(0), await mutex.lockAsync(3)]).toEqual([false, false]);
    const waiting = [mutex.lockAsync(), mutex.lockAsync(20_000)];
    mutex.unlock();
    expect(await Promise.race(waiting)).toBe(true);
    mutex.unlock();
    expect(await Promise.all(waiting)).toEqual([true, true]);
  });

  test("lockAsync looks now and then where the language has no waitAsync", async () => {
    const exchange = vi.fn(Atomics.exchange);
    vi.stubGlobal(
      "Atomics",
      Object.create(Atomics, { waitAsync: { value: undefined }, exchange: { value: exchange } }),
    );
    const mutex = held();
    const waiting = mutex.lockAsync();
    expect(await mutex.lockAsync(20)).toBe(false);
    expect(exchange.mock.calls.length).toBeLessThan(50);
    mutex.unlock();
    expect(await waiting).toBe(true);
  });

  test.each([
    ["until it gives up", "mutex.lockAsync(50)", "false"],
    ["until it has the lock, and no longer", "mutex.lockAsync(60_000)", "true"],
  ])(
    "lockAsync keeps its process alive %s",
    (_, call, answer) => {
      const url = new URL("../../src/shared/mutex.ts", import.meta.url).href;
      const program = `const { Mutex } = await import("${url}"); const mutex = new Mutex(); mutex.lock();
      const waiting = ${call}; if (${answer}) mutex.unlock(); console.log(await waiting);`;
      const flags = ["--conditions=@watt/source", "--input-type=module", "-e", program];
      expect(execFileSync(process.execPath, flags, { encoding: "utf8", timeout: 20_000 })).toBe(`${answer}\n`);
    },
    30_000,
  );

  test("lockAsync keeps its process alive however short the wait is", () => {
    const url = new URL("../../src/shared/mutex.ts", import.meta.url).href;
    const program = `const { Mutex } = await import("${url}"); const mutex = new Mutex(); mutex.lock();
      let refused = 0;
      for (let i = 0; i < 200; i++) if (!(await mutex.lockAsync(1 + (i % 4)))) refused++;
      console.log(refused);`;
    const flags = ["--conditions=@watt/source", "--input-type=module", "-e", program];
    expect(execFileSync(process.execPath, flags, { encoding: "utf8", timeout: 20_000 })).toBe("200\n");
  }, 30_000);

  test.each<[string, (memory: SharedArrayBuffer) => void, string]>([
    ["of another kind", (memory) => (new Int32Array(memory)[0] = 2), "WATT_ELECTRON_SHARED_LAYOUT"],
    ["of another version", (memory) => (new Int32Array(memory)[1] = 2), "WATT_ELECTRON_SHARED_LAYOUT"],
    ["as it was made", () => undefined, "nothing"],
  ])("from memory %s: %s", (_, change, code) => {
    const { memory } = new Mutex();
    change(memory);
    expect(codeOf(() => Mutex.from(memory))).toBe(code);
    expect(codeOf(() => Mutex.from(new SharedArrayBuffer(63)))).toBe("WATT_ELECTRON_SHARED_LAYOUT");
  });

  test("without shared memory it cannot be made", () => {
    vi.stubGlobal("SharedArrayBuffer", undefined);
    expect(codeOf(() => new Mutex())).toBe("WATT_ELECTRON_MEMORY");
  });

  test("a thread that may not block gets a coded error; any other failure is what it was", () => {
    const mutex = held();
    const wait = vi.spyOn(Atomics, "wait").mockImplementation(() => {
      throw new TypeError("Atomics.wait cannot be called in this context");
    });
    expect(codeOf(() => mutex.lock())).toBe("WATT_ELECTRON_CANNOT_WAIT");
    wait.mockImplementation(() => {
      throw new RangeError("other");
    });
    expect(() => mutex.lock()).toThrow(RangeError);
  });

  test("programs of two handles do what one boolean does", () => {
    const steps = fc.array(fc.record({ handle: fc.nat(1), does: fc.constantFrom("try", "wait", "unlock") }));
    fc.assert(
      fc.property(steps, (program) => {
        const first = new Mutex();
        const handles = [first, Mutex.from(first.memory)];
        const oracle = new NaiveLock();
        for (const { handle, does } of program) {
          const mutex = handles[handle] as Mutex;
          if (does === "try") expect(mutex.tryLock()).toBe(oracle.take());
          else if (does === "wait") expect(mutex.lock(0.01)).toBe(oracle.take());
          else expect(codeOf(() => mutex.unlock())).toBe(oracle.give() ? "nothing" : "WATT_ELECTRON_NOT_HELD");
        }
      }),
      runs(100, 5000),
    );
  });
});

describe("Mutex across threads", () => {
  test("a plain word that workers add to under the lock loses nothing", async () => {
    const { numRuns: rounds } = runs(3000, 200_000);
    const { memory } = new Mutex();
    const extra = new SharedArrayBuffer(4);
    await inLockWorkers(3, { job: "guard", memory, extra, rounds });
    expect(new Int32Array(extra)[0]).toBe(3 * rounds);
  }, 120_000);

  test("a lock, blocking or not, comes when another thread gives it back", async () => {
    const mutex = new Mutex();
    for (const lock of [() => mutex.lock(20_000), () => mutex.lockAsync(20_000)]) {
      const worker = lockWorker({ job: "hold", memory: mutex.memory, rounds: 20 });
      await once(worker, "message");
      expect([mutex.tryLock(), await lock()]).toEqual([false, true]);
      mutex.unlock();
      await worker.terminate();
    }
  }, 60_000);

  test("a holder that dies keeps it: others end at their deadlines", async () => {
    const mutex = new Mutex();
    const worker = lockWorker({ job: "hold", memory: mutex.memory, rounds: 60_000 });
    await once(worker, "message");
    await worker.terminate();
    expect([mutex.tryLock(), mutex.lock(5), await mutex.lockAsync(5)]).toEqual([false, false, false]);
  }, 60_000);
});
