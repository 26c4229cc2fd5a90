import { threadError } from "../errors.ts";

/** A look at shared memory: true when there is nothing to wait for, else what the word was that is slept on. */
export type Look = () => number | true;

/**
 * Blocks until `look` is true, or `timeout` milliseconds are over: looks, sleeps while `words[at]` is what the look
 * answered, and looks again when it is notified. Looks a last time when the time is over; returns whether that was true.
 *
 * @throws WATT_ELECTRON_CANNOT_WAIT where it would sleep in a thread that may not block, such as the main thread of a page.
 */
export function waitUntil(words: Int32Array, at: number, look: Look, timeout: number): boolean {
  const end = performance.now() + timeout;
  for (let rest = timeout; ; rest = end - performance.now()) {
    const seen = look();
    if (seen === true) return true;
    if (!(rest > 0)) return false;
    try {
      Atomics.wait(words, at, seen, rest);
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      throw threadError("WATT_ELECTRON_CANNOT_WAIT", { owner: "a blocking call" }, { cause });
    }
  }
}

/** `Atomics.waitAsync`, which the type library of this package's target does not have. */
type WaitAsync = (words: Int32Array, at: number, value: number, rest: number) => { readonly value: unknown };

// Where there is no `Atomics.waitAsync`, a waiter looks this often, in milliseconds.
const POLL = 2;
// The longest time that timers know.
const FOREVER = 0x7fff_ffff;

/** The same without blocking. While it is pending, it keeps the process alive. */
export async function waitUntilAsync(words: Int32Array, at: number, look: Look, timeout: number): Promise<boolean> {
  const { waitAsync } = Atomics as { waitAsync?: WaitAsync };
  const end = performance.now() + timeout;
  for (let rest = timeout; ; rest = end - performance.now()) {
    const seen = look();
    if (seen === true) return true;
    if (!(rest > 0)) return false;
    if (waitAsync === undefined) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(rest, POLL)));
      continue;
    }
    // Why: `waitAsync` alone does not keep a Node process alive. An interval, since a timer that ends at the same time as the
    // wait may be over first, and then nothing holds the process until the wait is.
    const alive = setInterval(() => {}, FOREVER);
    await waitAsync(words, at, seen, rest).value;
    clearInterval(alive);
  }
}
