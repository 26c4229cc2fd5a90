import { Course, type Touch } from "./course.ts";
import { type Entry, ExplorerError, machine, type Outcome, type Sleeping } from "./machine.ts";
import { memory } from "./memory.ts";
import { type Call, resultKey } from "./monitor.ts";
import { snapshot } from "./snapshot.ts";
import type { Stamps } from "./stamps.ts";
import { cutRounds, Interner, type Operation, positionOf, type Program, type Step, type Thread } from "./thread.ts";

/** The choice of a thread that sleeps to wake since its time is over. All others are of the operation to begin. */
export const TIME_OUT = 62;

type Fields<H> = Omit<Thread<H>, "courses">;

// What a thread has of an operation when it is in none.
const NOTHING = { operation: undefined, call: undefined, log: [], stamps: [], sleeping: undefined };

/** Runs threads: what a thread does from where it is, by the shipped code. */
export class Steps<H> {
  readonly #programs: readonly Program<H>[];
  readonly #handles: readonly H[];
  readonly #stamps: Stamps;
  readonly #positions = new Interner();
  readonly #operations = new Map<Operation<H>, number>();
  readonly #events = new Interner();
  readonly #threads = new Map<string, Thread<H>>();

  constructor(programs: readonly Program<H>[], handles: readonly H[], stamps: Stamps) {
    this.#programs = programs;
    this.#handles = handles;
    this.#stamps = stamps;
  }

  /** A thread's course from here. O(1) but for the first time. */
  courseOf(thread: Thread<H>, choice: number): Course<Step<H>> {
    let course = thread.courses.get(choice);
    if (course === undefined) thread.courses.set(choice, (course = new Course()));
    return course;
  }

  /** Teaches a thread's course what the code does over this memory. */
  teach(
    thread: Thread<H>,
    choice: number,
    shared: readonly number[],
    wakes: (at: number, count: number) => number,
  ): void {
    const { number } = thread;
    memory.restore(shared);
    thread.handle.restore();
    const begins = thread.status === "idle" ? this.#beginning(thread, choice) : undefined;
    const before = begins?.thread ?? thread;
    const log = [...before.log];
    const known = log.length;
    if (thread.status === "sleeping" || thread.status === "woken") log.push(wakeUp(thread));
    const operation = before.operation as Operation<H>;
    const call = before.call as Call;
    const touches: Touch[] = [];
    machine.wakes = wakes;
    const run = (): unknown => operation.run(this.#handles[number] as H, call.input as number);
    const graph = (variables: unknown[]): string => snapshot([this.#handles[number], ...variables]).key;
    const outcome = machine.step(number, log, choice === TIME_OUT ? 0 : 1, touches, run, graph);
    const answers =
      outcome.kind === "returned"
        ? { event: this.#events.of(`${number} = ${resultKey(outcome.result)}`), call, result: outcome.result }
        : undefined;
    const entries = log.slice(known);
    this.courseOf(thread, choice).learn(touches, {
      thread: this.#after(before, log, known, outcome),
      begins: begins && { event: begins.event, call },
      answers,
      entries,
    });
  }

  /** A thread that has nothing under way. */
  idle(number: number, begun: number): Thread<H> {
    const handle = snapshot(this.#handles[number]);
    const position = this.#positions.of(handle.key);
    return this.#one({ number, status: "idle", begun, position, handle, ...NOTHING });
  }

  /** All that a thread may do: equal for threads that differ in nothing but their number. */
  kindOf(number: number): string {
    const operations = (this.#programs[number] ?? []).map((any, index) =>
      any.map((operation) => [this.#numberOf(operation), inputOf(operation, number, index)]),
    );
    return JSON.stringify([snapshot(this.#handles[number]).key, operations]);
  }

  woken(thread: Thread<H>): Thread<H> {
    return this.#one({ ...thread, status: "woken" });
  }

  dead(thread: Thread<H>): Thread<H> {
    return this.#one({ ...thread, ...NOTHING, status: "dead", begun: 0, position: 0 });
  }

  #beginning(thread: Thread<H>, choice: number): { thread: Fields<H>; event: number } {
    const { number, begun } = thread;
    const operation = this.#programs[number]?.[begun]?.[choice] as Operation<H>;
    const call: Call = { thread: number, index: begun, name: operation.name, input: inputOf(operation, number, begun) };
    return {
      thread: { ...thread, begun: begun + 1, operation, call },
      event: this.#events.of(`${number} ${begun} ${choice}`),
    };
  }

  #after(thread: Fields<H>, log: Entry[], known: number, outcome: Outcome): Thread<H> {
    if (outcome.kind === "returned") return this.idle(thread.number, thread.begun);
    // Why copies: cutting rounds moves entries, and the logs of other states hold the same ones.
    const own = log.map((entry, index) => (index < known ? entry : { ...entry }));
    const stamps = this.#stamps.held(thread.stamps, own.slice(known));
    const from = cutRounds(own, known);
    const start = this.#positions.of(
      `${thread.handle.key}|${this.#numberOf(thread.operation as Operation<H>)}|${thread.call?.input}`,
    );
    const position = positionOf(own, from, start, this.#positions, this.#stamps);
    if (position < 0) throw new ExplorerError("a thread that is nowhere");
    const sleeping = outcome.kind === "sleeping" ? outcome.sleeping : undefined;
    const status = sleeping === undefined ? "running" : "sleeping";
    return this.#one({ ...thread, status, log: own, position, stamps, sleeping });
  }

  // Why not its name: two operations may be of one name, for a model that treats them alike.
  #numberOf(operation: Operation<H>): number {
    let number = this.#operations.get(operation);
    if (number === undefined) this.#operations.set(operation, (number = this.#operations.size));
    return number;
  }

  // Threads that nothing tells apart are one object, so that what one of them learns all of them know.
  #one(fields: Fields<H>): Thread<H> {
    const { number, status, begun, position, stamps } = fields;
    const key = `${number} ${status} ${begun} ${position} ${stamps.join()}`;
    let thread = this.#threads.get(key);
    if (thread === undefined) this.#threads.set(key, (thread = { ...fields, courses: new Map() }));
    return thread;
  }
}

function inputOf<H>(operation: Operation<H>, number: number, index: number): number {
  // Why: states that differ in an input that is not looked at would be walked twice.
  const own = operation.run.length < 2 ? 0 : 10 * number + index + 1;
  return operation.input?.(number, index) ?? own;
}

// What a sleeper's `Atomics.wait` answers.
function wakeUp<H>({ status, sleeping }: Thread<H>): Entry {
  const { site, at } = sleeping as Sleeping;
  const result = status === "woken" ? "ok" : "timed-out";
  return { kind: "wait", site, at, arguments: "", result, position: -1 };
}
