import type { Touch } from "./course.ts";
import { sites } from "./instrument.ts";
import { memory } from "./memory.ts";

/** One thing that a thread did inside of its operation: enough to do it again without touching memory. */
export interface Entry {
  readonly kind: string;
  /** Index in `sites`; -1 for plain accesses and loops. */
  readonly site: number;
  /** Address in bytes, or -1. */
  readonly at: number;
  readonly arguments: string;
  readonly result: unknown;
  /** Interned: the operation, and every result up to and with this one. */
  position: number;
}

/** Thrown out of the shipped code at the access that is not this step's any more. */
const SUSPEND: object = Object.freeze({ name: "suspended" });

/** Where a thread sleeps. */
export interface Sleeping {
  readonly site: number;
  readonly at: number;
  readonly timeout: number;
}

/** How one step of a thread ended. */
export type Outcome =
  | { readonly kind: "suspended"; readonly next: string }
  | { readonly kind: "sleeping"; readonly sleeping: Sleeping }
  | { readonly kind: "returned"; readonly result: unknown };

/** The thread that runs now, if any. Outside of a step accesses are simply performed. */
class Machine {
  running = false;
  thread = 0;
  log: Entry[] = [];
  /** How many threads it would wake that sleep at an address, at most `count`. */
  wakes: (at: number, count: number) => number = () => 0;
  #touches: Touch[] = [];
  #cursor = 0;
  #budget = 0;
  #suspended = false;
  #next = "";
  #sleeping: Sleeping | undefined;
  #now = 0;
  // What was assigned where a loop's function does not see it; undefined when that is not known.
  #assigned: Map<string, unknown> | undefined;
  #graph: (variables: unknown[]) => string = () => "";

  /**
   * Runs an operation from its start: what is in the log is replayed, then `budget` atomic accesses are performed.
   *
   * @param touches - gets what it does to what threads share.
   */
  step(
    thread: number,
    log: Entry[],
    budget: number,
    touches: Touch[],
    operation: () => unknown,
    graph: (variables: unknown[]) => string,
  ): Outcome {
    Object.assign(this, { running: true, thread, log });
    this.#touches = touches;
    this.#assigned = new Map();
    this.#graph = graph;
    this.#cursor = 0;
    this.#budget = budget;
    this.#suspended = false;
    this.#sleeping = undefined;
    this.#now = 0;
    let result: unknown;
    try {
      result = operation();
    } catch (error) {
      if (error instanceof ExplorerError) throw error;
      result = `throws ${(error as { code?: string }).code ?? String(error)}`;
    } finally {
      this.running = false;
    }
    if (this.#sleeping !== undefined) return { kind: "sleeping", sleeping: this.#sleeping };
    if (this.#suspended) return { kind: "suspended", next: this.#next };
    return { kind: "returned", result };
  }

  /** The thread's clock: it goes on only by waits that time out. */
  now(): number {
    return this.running ? this.#now : 0;
  }

  /** @param failed - of an exchange that left the word as it was, by its result. */
  atomic(
    kind: string,
    site: number,
    at: number,
    bytes: number,
    values: string,
    perform: () => unknown,
    failed: (result: unknown) => boolean,
  ): unknown {
    if (!this.running) return perform();
    const replayed = this.#replay(kind, site, at, values);
    if (replayed !== undefined) return replayed.result;
    if (this.#budget-- === 0) return this.#suspend(kind, site);
    const result = this.#touch(at, bytes, perform);
    this.order(this.thread, at, kind !== "store", kind !== "load" && !failed(result));
    this.#append(kind, site, at, values, sites[site]?.unused ? undefined : result);
    return result;
  }

  notify(site: number, at: number, count: number): number {
    if (!this.running) return 0;
    const replayed = this.#replay("notify", site, at, String(count));
    if (replayed !== undefined) return replayed.result as number;
    if (this.#budget-- === 0) return this.#suspend("notify", site);
    const woken = this.wakes(at, count);
    this.#touches.push({ does: "wake", at, count, woken });
    this.#append("notify", site, at, String(count), sites[site]?.unused ? undefined : woken);
    return woken;
  }

  wait(site: number, at: number, equal: () => boolean, timeout: number): string {
    if (!this.running) throw new ExplorerError("nobody waits while a structure is set up");
    const replayed = this.#replay("wait", site, at, "");
    if (replayed !== undefined) {
      if (replayed.result === "timed-out") this.#now += timeout;
      return replayed.result as string;
    }
    if (this.#budget-- === 0) return this.#suspend("wait", site);
    this.order(this.thread, at, true, false);
    if (this.#touch(at, 4, equal)) {
      this.#sleeping = { site, at, timeout };
      return this.#suspend("wait", site);
    }
    this.#append("wait", site, at, "", "not-equal");
    return "not-equal";
  }

  /** A plain access is no step of its own: without races, when exactly it happens between two atomic ones is not seen. */
  plain<T>(kind: "read" | "write", at: number, bytes: number, values: string, perform: () => T): T {
    if (!this.running) return perform();
    const replayed = this.#replay(kind, -1, at, values);
    if (replayed !== undefined) return replayed.result as T;
    this.#touches.push({ does: "plain", at, bytes, kind });
    const result = this.#touch(at, bytes, perform);
    this.#append(kind, -1, at, values, result);
    return result;
  }

  /** An atomic access by which a thread learns what the word knows of plain ones, or tells the word what it knows itself. */
  order(thread: number, at: number, learns: boolean, tells: boolean): void {
    if (this.running) this.#touches.push({ does: "order", thread, at, learns, tells });
  }

  /**
   * A loop begins, or goes round. What a round begins with is all that is left of the rounds before it: the variables of
   * the loop's function, what was assigned elsewhere, and the handle. Undefined where that is not known.
   */
  loop(id: string, variables: (() => unknown[]) | undefined): void {
    if (!this.running) return;
    const kind = variables === undefined ? "enter" : "round";
    if (this.#replay(kind, -1, -1, id) !== undefined) return;
    const known = variables !== undefined && this.#assigned !== undefined;
    const left = known ? `${this.#graph([...variables(), this.#now, this.#assigned])}` : undefined;
    this.#append(kind, -1, -1, id, left);
  }

  /** An assignment of a value that only a loop's own function would not see. */
  assigned<T>(id: string, value: T, index: number): T {
    if (!this.running) return value;
    if (typeof value === "object" && value !== null) this.#assigned = undefined;
    // A place that is not known is none that is ever overwritten.
    else this.#assigned?.set(`${id}:${Number.isNaN(index) ? this.#assigned.size : index}`, value);
    return value;
  }

  /** Something that is not watched is changed by a method. */
  mutated(): void {
    this.#assigned = undefined;
  }

  // What words hold before and after is all of an access that another step may see, or depend on.
  #touch<T>(at: number, bytes: number, perform: () => T): T {
    const words = memory.wordsAt(at, bytes);
    const before = words.map((word) => memory.at(word));
    const result = perform();
    words.forEach((word, i) => {
      this.#touches.push({ does: "access", word, before: before[i] as number, after: memory.at(word) });
    });
    return result;
  }

  #replay(kind: string, site: number, at: number, values: string): Entry | undefined {
    if (this.#suspended) throw SUSPEND;
    const entry = this.log[this.#cursor];
    if (entry === undefined) return undefined;
    this.#cursor++;
    if (entry.kind !== kind || entry.site !== site || entry.at !== at || entry.arguments !== values) {
      const [was, is] = [entry, { kind, site, at, arguments: values }].map((e) => JSON.stringify(e));
      throw new ExplorerError(`the operation does not repeat itself: it did ${was}, then ${is}`);
    }
    return entry;
  }

  #append(kind: string, site: number, at: number, values: string, result: unknown): void {
    this.log.push({ kind, site, at, arguments: values, result, position: -1 });
    this.#cursor++;
  }

  #suspend(kind: string, site: number): never {
    this.#suspended = true;
    this.#next = `${kind} ${site}`;
    throw SUSPEND;
  }
}

/** A mistake in the exploration itself, not in the code under it. */
export class ExplorerError extends Error {}

export const machine: Machine = new Machine();
