import type { Course } from "./course.ts";
import type { Entry, Sleeping } from "./machine.ts";
import { sites } from "./instrument.ts";
import type { Call } from "./monitor.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Stamps } from "./stamps.ts";

/** What a thread may do as one operation. */
export interface Operation<H> {
  readonly name: string;
  /** What the thread does: one call of the shipped code, as a rule. Its return is the result. */
  readonly run: (handle: H, input: number) => unknown;
  /** The input of a thread's operation number `index`. @defaultValue each its own, 10 * thread + index + 1; 0 if `run` does not name it */
  readonly input?: (thread: number, index: number) => number;
}

/** What one thread does: for each of its operations, which ones it may be. */
export type Program<H> = readonly (readonly Operation<H>[])[];

/** `length` operations, each any of these. */
export function anyOf<H>(length: number, ...operations: readonly Operation<H>[]): Program<H> {
  return Array.from({ length }, () => operations);
}

/** Just these operations. */
export function sequence<H>(...operations: readonly Operation<H>[]): Program<H> {
  return operations.map((operation) => [operation]);
}

export type Status = "idle" | "running" | "sleeping" | "woken" | "dead";

/** What a thread does by one step. */
export interface Step<H> {
  /** The thread after it. */
  readonly thread: Thread<H>;
  /** The call that it begins with, and the number of this event. */
  readonly begins: { readonly event: number; readonly call: Call } | undefined;
  /** The call's answer. */
  readonly answers: { readonly event: number; readonly call: Call; readonly result: unknown } | undefined;
  readonly entries: readonly Entry[];
}

/** A thread at one state: one object for all states in which it is at the same. Immutable, but for what is learnt. */
export interface Thread<H> {
  readonly number: number;
  readonly status: Status;
  /** Operations begun. */
  readonly begun: number;
  readonly operation: Operation<H> | undefined;
  readonly call: Call | undefined;
  readonly log: readonly Entry[];
  /** Interned: all that the thread's next step depends on, but for shared memory. */
  readonly position: number;
  readonly handle: Snapshot;
  /** For each stamp, what it loaded last. */
  readonly stamps: readonly unknown[];
  /** Where it sleeps, if it does. */
  readonly sleeping: Sleeping | undefined;
  /** What it does next, by its choice. */
  readonly courses: Map<number, Course<Step<H>>>;
}

/** Numbers for strings: equal ones for equal strings. */
export class Interner {
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

function same(a: Entry, b: Entry): boolean {
  return (
    a.kind === b.kind &&
    a.site === b.site &&
    a.at === b.at &&
    a.arguments === b.arguments &&
    String(a.result) === String(b.result)
  );
}

/**
 * Takes out of a log the rounds of a loop that repeat, access by access and result by result, the rounds before them: a
 * loop that saw the same again is where it was. So a thread that spins stays at one state. What a loop merely counts is
 * lost; loops with a counter of their own are not marked and never cut.
 *
 * @param from - the first entry that is new.
 * @returns the first entry that is new and still there: what is left of a cut is where the first of the equal rounds ended,
 *   whose position is known.
 */
export function cutRounds(log: Entry[], from: number): number {
  let first = from;
  for (let end = from; end < log.length; end++) {
    const mark = log[end] as Entry;
    if (mark.kind !== "round") continue;
    // Beginnings of the rounds of this run of the loop, the latest first.
    const rounds: number[] = [];
    for (let at = end - 1; at >= 0; at--) {
      const entry = log[at] as Entry;
      if (entry.arguments !== mark.arguments || (entry.kind !== "enter" && entry.kind !== "round")) continue;
      if (entry.kind === "enter") break;
      rounds.push(at);
    }
    for (let period = 1; 2 * period <= rounds.length; period++) {
      const middle = rounds[period - 1] as number;
      const start = rounds[2 * period - 1] as number;
      if (end - middle !== middle - start) continue;
      let equal = true;
      for (let i = 0; equal && i < end - middle; i++) equal = same(log[start + i] as Entry, log[middle + i] as Entry);
      if (!equal) continue;
      log.splice(middle + 1, end - middle);
      first = Math.min(first, middle + 1);
      end = middle;
      break;
    }
  }
  return first;
}

/** Interns the positions of the entries from `from` on. */
export function positionOf(
  log: readonly Entry[],
  from: number,
  start: number,
  interner: Interner,
  stamps: Stamps,
): number {
  let position = from === 0 ? start : (log[from - 1] as Entry).position;
  for (let i = from; i < log.length; i++) {
    const entry = log[i] as Entry;
    if (entry.kind === "round") position = roundPosition(log, i, position, interner);
    else if (entry.kind !== "enter") position = interner.of(`${position}|${seen(entry, stamps)}`);
    entry.position = position;
  }
  return position;
}

// Where a round begins depends on where its loop began and on what the rounds before it left.
function roundPosition(log: readonly Entry[], at: number, position: number, interner: Interner): number {
  const { arguments: id, result } = log[at] as Entry;
  if (result === undefined) return position;
  const enter = log.findLast((entry, index) => index < at && entry.kind === "enter" && entry.arguments === id);
  return interner.of(`${enter?.position}|${id}|${String(result)}`);
}

// What of an access the code sees. That a wait timed out moves the clock.
function seen({ kind, site, at, result }: Entry, stamps: Stamps): string {
  if (kind === "load" && stamps.has(at)) return "";
  if (kind === "wait" && sites[site]?.unused && result !== "timed-out") return "";
  return String(result);
}
