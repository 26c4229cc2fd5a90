import type { Exploration } from "./explore.ts";
import { sites } from "./instrument.ts";
import { type Entry, ExplorerError, machine, type Outcome, type Sleeping } from "./machine.ts";
import { memory } from "./memory.ts";
import { type Call, Histories, resultKey } from "./monitor.ts";
import { type Knowledge, Races } from "./races.ts";
import { snapshot } from "./snapshot.ts";
import { Stamps } from "./stamps.ts";
import { Hasher } from "./state-set.ts";
import { cutRounds, Interner, type Operation, positionOf, type Thread } from "./thread.ts";

/** What is wrong, and the steps that lead there. */
export interface Failure {
  readonly kind: "race" | "wrong result" | "deadlock" | "cannot finish";
  readonly message: string;
}

/** All of it at one moment. Immutable. */
export interface State<H> {
  readonly memory: Int32Array;
  readonly threads: readonly Thread<H>[];
  /** Threads that sleep, the one that wakes first first. */
  readonly sleepers: readonly number[];
  /** Interned state of the monitor. */
  readonly history: number;
  readonly knowledge: Knowledge;
  readonly crashes: number;
}

interface Begun<H> {
  readonly thread: Thread<H>;
  readonly history: number;
}

// A move is a thread and what it does: go on or begin operation 0, 1, …; time out; die.
const MOVES = 64;
const TIME_OUT = MOVES - 2;
const DIE = MOVES - 1;

/** Knows what can happen at a state, and makes it happen. */
export class World<H, S> {
  readonly #exploration: Exploration<H, S>;
  readonly #handles: readonly H[];
  readonly #races: Races;
  readonly #interner = new Interner();
  readonly #histories: Histories<S>;
  readonly #hasher = new Hasher();
  readonly #stamps: Stamps;
  readonly #initial: State<H>;
  // The steps of the last move, for traces.
  #steps: readonly Entry[] = [];

  constructor(exploration: Exploration<H, S>) {
    this.#exploration = exploration;
    memory.clear();
    this.#handles = exploration.create();
    const threads = exploration.programs.length;
    if (this.#handles.length !== threads) throw new ExplorerError("one handle for each program");
    this.#stamps = new Stamps(exploration.stamps ?? []);
    this.#histories = new Histories(exploration.monitor);
    this.#races = new Races(threads, exploration.granule ?? 4);
    this.#initial = {
      memory: memory.save(),
      threads: this.#handles.map((handle) => this.#idle(handle, 0)),
      sleepers: [],
      history: 0,
      knowledge: this.#races.save(),
      crashes: exploration.crashes ?? 0,
    };
  }

  initial(): State<H> {
    return this.#initial;
  }

  /** Whether a move is a death, which does not count as going on. */
  isDeath(move: number): boolean {
    return move % MOVES === DIE;
  }

  moves(state: State<H>): number[] {
    return state.threads.flatMap((thread, number) => {
      const choices = this.#choices(state, thread, number);
      const dies = state.crashes > 0 && thread.status !== "dead" && !this.#isDone(state, number);
      return (dies ? [...choices, DIE] : choices).map((choice) => number * MOVES + choice);
    });
  }

  #choices(state: State<H>, thread: Thread<H>, number: number): number[] {
    if (thread.status === "idle") {
      const heirOf = this.#exploration.heirs?.[number];
      if (heirOf !== undefined && state.threads[heirOf]?.status !== "dead") return [];
      return (this.#exploration.programs[number]?.[thread.begun] ?? []).map((_, choice) => choice);
    }
    if (thread.status === "sleeping") return mayTimeOut(thread) ? [TIME_OUT] : [];
    return thread.status === "dead" ? [] : [0];
  }

  // Nothing more to do: dead, all done, or heir of a thread that lived to the end.
  #isDone(state: State<H>, number: number): boolean {
    const { status, begun } = state.threads[number] as Thread<H>;
    if (status === "dead") return true;
    if (status !== "idle") return false;
    const heirOf = this.#exploration.heirs?.[number];
    const { status: ancestor } = state.threads[heirOf ?? number] as Thread<H>;
    if (heirOf !== undefined && ancestor !== "dead") return ancestor === "sleeping" || this.#isDone(state, heirOf);
    return begun === this.#exploration.programs[number]?.length;
  }

  /** Every thread is done, or waits for what nobody is left to do. */
  isFinal(state: State<H>): boolean {
    const open = state.threads.filter((_, number) => !this.#isDone(state, number));
    if (open.length === 0) return true;
    if (open.some((thread) => thread.status !== "sleeping" || mayTimeOut(thread))) return false;
    const calls = open.map(({ call }) => call as Call);
    return this.#exploration.monitor.mayBlock(this.#histories.at(state.history), calls);
  }

  deadlock(state: State<H>): Failure {
    const names = state.threads.flatMap(({ status, call }, n) =>
      status === "sleeping" ? [`T${n} ${call?.name}`] : [],
    );
    return {
      kind: "deadlock",
      message: `asleep for ever: ${names.join(", ") || "nobody, but nothing can happen"}`,
    };
  }

  /** Makes a move. */
  apply(state: State<H>, move: number): State<H> | Failure {
    const number = Math.floor(move / MOVES);
    const choice = move % MOVES;
    const thread = state.threads[number] as Thread<H>;
    this.#steps = [];
    if (choice === DIE) return this.#killed(state, number);
    memory.restore(state.memory);
    this.#races.restore(state.knowledge);
    thread.handle.restore();
    const threads = [...state.threads];
    let sleepers = state.sleepers.filter((sleeper) => sleeper !== number);
    machine.wake = (at, count) => {
      const woken = sleepers.filter((sleeper) => threads[sleeper]?.sleeping?.at === at).slice(0, count);
      for (const sleeper of woken) threads[sleeper] = { ...(threads[sleeper] as Thread<H>), status: "woken" };
      sleepers = sleepers.filter((sleeper) => !woken.includes(sleeper));
      return woken.length;
    };
    const begun =
      thread.status === "idle" ? this.#begin(state, thread, number, choice) : { thread, history: state.history };
    const log = [...begun.thread.log];
    const known = log.length;
    if (thread.status === "sleeping" || thread.status === "woken") log.push(wakeUp(thread));
    const operation = begun.thread.operation as Operation<H>;
    const call = begun.thread.call as Call;
    const run = (): unknown => operation.run(this.#handles[number] as H, call.input as number);
    const graph = (variables: unknown[]): string => snapshot([this.#handles[number], ...variables]).key;
    const outcome = machine.step(number, log, choice === TIME_OUT ? 0 : 1, this.#races, run, graph);
    this.#steps = log.slice(known);
    if (this.#races.found !== undefined) return { kind: "race", message: this.#races.found };
    if (outcome.kind === "sleeping") sleepers = [...sleepers, number];
    const answered = outcome.kind === "returned" ? this.#respond(begun.history, call, outcome.result) : begun.history;
    if (typeof answered !== "number") return answered;
    threads[number] = this.#after(begun.thread, number, log, known, outcome);
    this.#races.settle(threads.flatMap(({ status }, index) => (status === "dead" ? [] : [index])));
    const knowledge = this.#races.save();
    return {
      memory: memory.save(),
      threads,
      sleepers,
      history: answered,
      knowledge,
      crashes: state.crashes,
    };
  }

  #killed(state: State<H>, number: number): State<H> {
    const threads = [...state.threads];
    const thread = threads[number] as Thread<H>;
    threads[number] = {
      ...thread,
      status: "dead",
      begun: 0,
      log: [],
      position: 0,
      stamps: [],
      sleeping: undefined,
    };
    const sleepers = state.sleepers.filter((sleeper) => sleeper !== number);
    return { ...state, threads, sleepers, crashes: state.crashes - 1 };
  }

  #begin(state: State<H>, thread: Thread<H>, number: number, choice: number): Begun<H> {
    const operation = this.#exploration.programs[number]?.[thread.begun]?.[choice] as Operation<H>;
    // Why: states that differ in an input that is not looked at would be walked twice.
    const own = operation.run.length < 2 ? 0 : 10 * number + thread.begun + 1;
    const input = operation.input?.(number, thread.begun) ?? own;
    const call: Call = { thread: number, index: thread.begun, name: operation.name, input };
    const history = this.#histories.after(`${state.history} ${number} ${call.index} ${choice}`, () =>
      this.#exploration.monitor.invoke(this.#histories.at(state.history), call),
    );
    // An invocation is always possible.
    return {
      thread: { ...thread, begun: thread.begun + 1, operation, call },
      history: history as number,
    };
  }

  #respond(history: number, call: Call, result: unknown): number | Failure {
    const after = this.#histories.after(`${history} ${call.thread} = ${resultKey(result)}`, () =>
      this.#exploration.monitor.respond(this.#histories.at(history), call, result),
    );
    if (after !== undefined) return after;
    return {
      kind: "wrong result",
      message: `T${call.thread} ${call.name}(${call.input}) gave ${show(result)}`,
    };
  }

  #after(thread: Thread<H>, number: number, log: Entry[], known: number, outcome: Outcome): Thread<H> {
    if (outcome.kind === "returned") return this.#idle(this.#handles[number] as H, thread.begun);
    // Why copies: cutting rounds moves entries, and the logs of other states hold the same ones.
    const own = log.map((entry, index) => (index < known ? entry : { ...entry }));
    const stamps = this.#stamps.held(thread.stamps, own.slice(known));
    cutRounds(own, known);
    const from = Math.min(known, own.length);
    const start = this.#interner.of(`${thread.handle.key}|${thread.call?.name}|${thread.call?.input}`);
    const position = positionOf(own, from, start, this.#interner, this.#stamps);
    const sleeping = outcome.kind === "sleeping" ? outcome.sleeping : undefined;
    const status = sleeping === undefined ? "running" : "sleeping";
    return { ...thread, status, log: own, position, stamps, sleeping };
  }

  #idle(handle: H, begun: number): Thread<H> {
    const saved = snapshot(handle);
    const position = this.#interner.of(saved.key);
    const [operation, call, sleeping] = [undefined, undefined, undefined];
    return { status: "idle", begun, operation, call, log: [], position, handle: saved, stamps: [], sleeping };
  }

  hash(state: State<H>): readonly [number, number] {
    const hasher = this.#hasher;
    hasher.reset();
    hasher.addSparse(this.#stamps.without(state.memory));
    for (const { status, begun, position, stamps } of state.threads) {
      hasher.add(status.charCodeAt(0) + 256 * begun);
      hasher.add(position);
      hasher.add(this.#stamps.state(stamps, state.memory));
    }
    for (const sleeper of state.sleepers) hasher.add(sleeper);
    hasher.add(-1);
    hasher.add(state.history);
    hasher.add(state.crashes);
    // Which bit means what is settled by the row and the column, not by how wide the rows are.
    const { width, bits } = state.knowledge;
    for (let i = 0; i < bits.length; i++) {
      if (bits[i] === 0) continue;
      hasher.add(Math.floor(i / width) * 4096 + (i % width));
      hasher.add(bits[i] as number);
    }
    return [hasher.a, hasher.b];
  }

  /** The accesses of a path, a move a line. */
  trace(moves: readonly number[]): string {
    let state: State<H> = this.#initial;
    const lines = moves.map((move) => {
      const number = Math.floor(move / MOVES);
      const before = state.threads[number] as Thread<H>;
      const begins = before.status === "idle" && move % MOVES !== DIE;
      const call = begins ? this.#begin(state, before, number, move % MOVES).thread.call : before.call;
      const after = this.apply(state, move);
      if (!("kind" in after)) state = after;
      const { status } = "kind" in after ? { status: "fails" } : (after.threads[number] as Thread<H>);
      const shown = this.#steps.filter(({ kind }) => kind !== "enter" && kind !== "round").map(showEntry);
      const end = { idle: ["returns"], sleeping: ["sleeps"], dead: ["dies"] }[status as string] ?? [];
      return `  T${number} ${call?.name ?? ""}(${String(call?.input ?? "")}): ${[...shown, ...end].join("; ")}`;
    });
    return lines.join("\n");
  }
}

// What a sleeper's `Atomics.wait` answers.
function wakeUp<H>({ status, sleeping }: Thread<H>): Entry {
  const { site, at } = sleeping as Sleeping;
  const result = status === "woken" ? "ok" : "timed-out";
  return { kind: "wait", site, at, arguments: "", result, position: -1 };
}

function mayTimeOut<H>({ sleeping }: Thread<H>): boolean {
  return sleeping !== undefined && sleeping.timeout < Infinity;
}

function showEntry({ kind, site, at, arguments: values, result }: Entry): string {
  const place = sites[site] === undefined ? "" : ` (${sites[site]?.file.replace(/.*\//, "")}:${sites[site]?.line})`;
  return `${kind} ${memory.nameOf(at)}${values === "" ? "" : ` ${values}`} → ${show(result)}${place}`;
}

function show(result: unknown): string {
  return ArrayBuffer.isView(result) ? `[${String(result)}]` : String(result);
}
