import { Change } from "./change.ts";
import type { Exploration } from "./explore.ts";
import { sites } from "./instrument.ts";
import { type Entry, ExplorerError } from "./machine.ts";
import { memory } from "./memory.ts";
import { type Call, Histories } from "./monitor.ts";
import { type Knowledge, Races } from "./races.ts";
import { Stamps } from "./stamps.ts";
import { StateHash } from "./state-hash.ts";
import { Steps, TIME_OUT } from "./steps.ts";
import type { Step, Thread } from "./thread.ts";

/** What is wrong, and the steps that lead there. */
export interface Failure {
  readonly kind: "race" | "wrong result" | "deadlock" | "cannot finish";
  readonly message: string;
}

/** All of it at one moment. Immutable. */
export interface State<H> {
  readonly memory: readonly number[];
  readonly threads: readonly Thread<H>[];
  /** Threads that sleep, the one that wakes first first. */
  readonly sleepers: readonly number[];
  /** Interned state of the monitor. */
  readonly history: number;
  readonly knowledge: Knowledge;
  readonly crashes: number;
}

// A move is a thread and what it does: go on or begin operation 0, 1, …; time out; die.
const MOVES = 64;
const DIE = MOVES - 1;
const GO_ON: readonly number[] = [0];
const WAKE: readonly number[] = [TIME_OUT];
const NONE: readonly number[] = [];

/** Knows what can happen at a state, and makes it happen. */
export class World<H, S> {
  readonly #exploration: Exploration<H, S>;
  readonly #steps: Steps<H>;
  readonly #races: Races;
  readonly #histories: Histories<S>;
  readonly #hash: StateHash<H, S>;
  readonly #stamps: Stamps;
  readonly #initial: State<H>;
  // For each thread, and each of its operations, the choices it has.
  readonly #beginnings: readonly (readonly (readonly number[])[])[];

  constructor(exploration: Exploration<H, S>) {
    this.#exploration = exploration;
    memory.clear();
    const handles = exploration.create();
    const threads = exploration.programs.length;
    if (handles.length !== threads) throw new ExplorerError("one handle for each program");
    this.#stamps = new Stamps(exploration.stamps ?? []);
    this.#steps = new Steps(exploration.programs, handles, this.#stamps);
    this.#histories = new Histories(exploration.monitor);
    this.#hash = new StateHash(exploration, this.#stamps, this.#histories);
    this.#races = new Races(threads, exploration.granule ?? 4);
    this.#beginnings = exploration.programs.map((program) => program.map((any) => any.map((_, choice) => choice)));
    this.#initial = {
      memory: memory.save(),
      threads: handles.map((_, number) => this.#steps.idle(number, 0)),
      sleepers: [],
      history: 0,
      knowledge: this.#races.save(),
      crashes: exploration.crashes ?? 0,
    };
    this.#checkAlike(exploration);
  }

  #checkAlike({ alike = [], heirs, monitor }: Exploration<H, S>): void {
    if (alike.length === 0) return;
    const kinds = new Set(alike.map((number) => this.#steps.kindOf(number)));
    if (kinds.size > 1) throw new ExplorerError("threads that are not alike");
    if (heirs !== undefined || monitor.rename === undefined) {
      throw new ExplorerError("threads are alike where there are no heirs, and the monitor can rename them");
    }
  }

  initial(): State<H> {
    return this.#initial;
  }

  /** Whether a move is a death, which does not count as going on. */
  isDeath(move: number): boolean {
    return move % MOVES === DIE;
  }

  moves(state: State<H>): number[] {
    const moves: number[] = [];
    for (const thread of state.threads) {
      for (const choice of this.#choices(state, thread)) moves.push(thread.number * MOVES + choice);
      const dies = state.crashes > 0 && thread.status !== "dead" && !this.#isDone(state, thread.number);
      if (dies) moves.push(thread.number * MOVES + DIE);
    }
    return moves;
  }

  #choices(state: State<H>, thread: Thread<H>): readonly number[] {
    if (thread.status === "running" || thread.status === "woken") return GO_ON;
    if (thread.status === "sleeping") return mayTimeOut(thread) ? WAKE : NONE;
    const heirOf = this.#exploration.heirs?.[thread.number];
    if (thread.status === "dead" || (heirOf !== undefined && state.threads[heirOf]?.status !== "dead")) return NONE;
    return this.#beginnings[thread.number]?.[thread.begun] ?? NONE;
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
    if (state.threads.some(({ status }) => status === "running" || status === "woken")) return false;
    const open = state.threads.filter(({ number }) => !this.#isDone(state, number));
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
    const thread = state.threads[Math.floor(move / MOVES)] as Thread<H>;
    const choice = move % MOVES;
    if (choice === DIE) return this.#killed(state, thread);
    const change = new Change(state, thread.number, this.#races, this.#steps);
    const step = this.#steps.courseOf(thread, choice).follow(change) ?? this.#taught(state, thread, choice, change);
    if (this.#races.found !== undefined) return { kind: "race", message: this.#races.found };
    change.end(step.thread);
    const history = this.#historyAfter(state.history, step);
    if (typeof history !== "number") return history;
    const { memory: after, threads, sleepers } = change;
    return { memory: after, threads, sleepers, history, knowledge: change.knowledge(), crashes: state.crashes };
  }

  // The step of a thread that was not seen at what it sees now.
  #taught(state: State<H>, thread: Thread<H>, choice: number, change: Change<H>): Step<H> {
    change.begin();
    this.#steps.teach(thread, choice, state.memory, (at, count) => change.sleepersAt(at, count).length);
    const step = this.#steps.courseOf(thread, choice).follow(change);
    if (step === undefined) throw new ExplorerError("a step does not repeat itself");
    return step;
  }

  #killed(state: State<H>, thread: Thread<H>): State<H> {
    const threads = state.threads.with(thread.number, this.#steps.dead(thread));
    const sleepers = state.sleepers.filter((sleeper) => sleeper !== thread.number);
    return { ...state, threads, sleepers, crashes: state.crashes - 1 };
  }

  #historyAfter(history: number, { begins, answers }: Step<H>): number | Failure {
    const { monitor } = this.#exploration;
    // An invocation is always possible.
    const begun =
      begins === undefined
        ? history
        : (this.#histories.after(history, begins.event, (state) => monitor.invoke(state, begins.call)) as number);
    if (answers === undefined) return begun;
    const { event, call, result } = answers;
    const after = this.#histories.after(begun, event, (state) => monitor.respond(state, call, result));
    if (after !== undefined) return after;
    return {
      kind: "wrong result",
      message: `T${call.thread} ${call.name}(${String(call.input)}) gave ${show(result)}`,
    };
  }

  hash(state: State<H>): readonly [number, number] {
    return this.#hash.of(state);
  }

  /** The accesses of a path, a move a line. */
  trace(moves: readonly number[]): string {
    let state: State<H> = this.#initial;
    const lines = moves.map((move) => {
      const before = state.threads[Math.floor(move / MOVES)] as Thread<H>;
      const choice = move % MOVES;
      if (choice === DIE) {
        state = this.#killed(state, before);
        return lineOf(before.number, before.call, ["dies"]);
      }
      // A step that fails was taken before, and so it was learnt.
      const after = this.apply(state, move);
      const change = new Change(state, before.number, this.#races, this.#steps);
      const step = this.#steps.courseOf(before, choice).follow(change) as Step<H>;
      const end = { idle: ["returns"], sleeping: ["sleeps"] }[step.thread.status as string] ?? [];
      const shown = step.entries.filter(({ kind }) => kind !== "enter" && kind !== "round").map(showEntry);
      const call = step.begins?.call ?? before.call;
      if ("kind" in after) return lineOf(before.number, call, shown);
      state = after;
      return lineOf(before.number, call, [...shown, ...end]);
    });
    return lines.join("\n");
  }
}

function lineOf(number: number, call: Call | undefined, steps: readonly string[]): string {
  return `  T${number} ${call?.name ?? ""}(${String(call?.input ?? "")}): ${steps.join("; ")}`;
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
