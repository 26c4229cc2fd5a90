import { type Entry, ExplorerError } from "./machine.ts";

/**
 * Words that only count up, and whose value matters only while it stands: a thread loads one, and goes on by whether it is
 * still the same, as a futex's waiter does. States that differ in nothing but how often a stamp was counted up are one
 * state: what a thread loaded is either still there or is not. (A stamp that is counted up 2^32 times in between would be
 * taken for the same; so it is in the shipped code.)
 *
 * That a word is used so is checked as far as accesses tell: it is loaded, waited at, and added to without a look at the
 * sum. That its value as such decides nothing is checked by walking the same from other first values.
 */
export class Stamps {
  readonly #indices: readonly number[];

  constructor(indices: readonly number[]) {
    this.#indices = indices;
  }

  has(address: number): boolean {
    return this.#indices.includes(address / 4);
  }

  /** What a thread that held `before` holds after these steps: for each stamp the value that it loaded last. */
  held(before: readonly unknown[], steps: readonly Entry[]): readonly unknown[] {
    if (this.#indices.length === 0) return before;
    const held = [...before];
    for (const { kind, at, result } of steps) {
      if (!this.has(at) || kind === "wait" || kind === "notify") continue;
      if (kind === "load") held[this.#indices.indexOf(at / 4)] = result;
      else if (kind !== "add" || result !== undefined) throw new ExplorerError(`word ${at / 4} is no stamp: ${kind}`);
    }
    return held;
  }

  /** All that matters of what threads hold: nothing, what stands in memory, or something else. */
  state(held: readonly unknown[], memory: readonly number[]): number {
    return this.#indices.reduce((state, index, i) => {
      const stands = held[i] === memory[index] ? 1 : 2;
      return 3 * state + (held[i] === undefined ? 0 : stands);
    }, 0);
  }
}
