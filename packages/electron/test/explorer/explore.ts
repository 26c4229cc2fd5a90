import { ExplorerError } from "./machine.ts";
import type { Monitor } from "./monitor.ts";
import { type Failure, World } from "./world.ts";
import { IntegerList, StateSet } from "./state-set.ts";
import type { Program } from "./thread.ts";

/** What is explored. */
export interface Exploration<H, S> {
  /** Makes the structure, and a handle of it for each thread. */
  readonly create: () => readonly H[];
  /** What each thread does. */
  readonly programs: readonly Program<H>[];
  readonly monitor: Monitor<S>;
  /** How many threads may die, each at any step. @defaultValue 0 */
  readonly crashes?: number;
  /** Threads that begin only when the given other one has died: `{ 2: 0 }`. */
  readonly heirs?: Readonly<Record<number, number>>;
  /**
   * Threads that differ in nothing but their number: the same operations, inputs and handles, and a model that does not look
   * at who calls. States in which they have changed places are walked as one. Nothing may be accessed plainly.
   */
  readonly alike?: readonly number[];
  /** Bytes that count as one place when races are looked for. @defaultValue 4 */
  readonly granule?: number;
  /** Words of the first buffer that are stamps, by their index. @see Stamps */
  readonly stamps?: readonly number[];
  /** @defaultValue 20,000,000 */
  readonly maxStates?: number;
}

/** What came out. */
export interface Report {
  readonly states: number;
  readonly transitions: number;
  /** States where every thread has done all, died, or rightly waits for ever. */
  readonly finals: number;
  /** Steps of the longest path that was taken. */
  readonly depth: number;
  /** Whether every reachable state was visited. False after a failure, or when there are more than `maxStates`. */
  readonly complete: boolean;
  readonly failure: Failure | undefined;
}

/**
 * Walks every interleaving of the programs' atomic accesses, depth first, each state once. At each state it checks the
 * history by the monitor, races on plain accesses, and that the threads that live can go on; at the end, that from every
 * state they can finish.
 */
export function explore<H, S>(exploration: Exploration<H, S>): Report {
  return new Explorer(exploration).run();
}

interface Frame<W> {
  readonly id: number;
  readonly state: W;
  readonly moves: readonly number[];
  next: number;
}

class Explorer<H, S> {
  readonly #world: World<H, S>;
  readonly #maxStates: number;
  readonly #visited = new StateSet();
  // For each state: the one it was first reached from, and by which move.
  readonly #parents = new IntegerList();
  readonly #moves = new IntegerList();
  // Pairs of states.
  readonly #edges = new IntegerList();
  readonly #finals: number[] = [];
  #depth = 0;

  constructor(exploration: Exploration<H, S>) {
    this.#world = new World(exploration);
    this.#maxStates = exploration.maxStates ?? 20_000_000;
  }

  run(): Report {
    const failure = this.#walk();
    const complete = failure === undefined && this.#visited.size <= this.#maxStates;
    return this.#report(complete, failure ?? (complete ? this.#unfinishable() : undefined));
  }

  #report(complete: boolean, failure: Failure | undefined): Report {
    return {
      states: this.#visited.size,
      transitions: this.#edges.length / 2,
      finals: this.#finals.length,
      depth: this.#depth,
      complete,
      failure,
    };
  }

  #walk(): Failure | undefined {
    const world = this.#world;
    const first = world.initial();
    this.#add(first, -1, -1);
    const stack: Frame<typeof first>[] = [{ id: 0, state: first, moves: world.moves(first), next: 0 }];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      if (frame.next === frame.moves.length) {
        stack.pop();
        continue;
      }
      const move = frame.moves[frame.next++] as number;
      const after = world.apply(frame.state, move);
      if ("kind" in after) return this.#traced(after, frame.id, move);
      const id = this.#add(after, frame.id, move);
      if (id === undefined) continue;
      if (id >= this.#maxStates) return undefined;
      const moves = world.moves(after);
      if (world.isFinal(after)) this.#finals.push(id);
      else if (moves.every((next) => world.isDeath(next))) return this.#traced(world.deadlock(after), frame.id, move);
      stack.push({ id, state: after, moves, next: 0 });
      this.#depth = Math.max(this.#depth, stack.length - 1);
    }
    return undefined;
  }

  // The number of a state that is new, else undefined.
  #add(state: Parameters<World<H, S>["hash"]>[0], from: number, move: number): number | undefined {
    const [a, b] = this.#world.hash(state);
    const number = this.#visited.add(a, b);
    const id = number < 0 ? -1 - number : number;
    if (from >= 0) {
      this.#edges.push(from);
      this.#edges.push(id);
    }
    if (number < 0) return undefined;
    this.#parents.push(from);
    this.#moves.push(move);
    return id;
  }

  #traced(failure: Failure, from: number, move: number): Failure {
    const moves = move < 0 ? [] : [move];
    for (let id = from; id > 0; id = this.#parents.at(id)) moves.unshift(this.#moves.at(id));
    return { kind: failure.kind, message: `${failure.message}\n${this.#world.trace(moves)}` };
  }

  // A state from which no final one is reached: the threads run for ever whatever they do.
  #unfinishable(): Failure | undefined {
    const states = this.#visited.size;
    const starts = new Int32Array(states + 1);
    for (let i = 1; i < this.#edges.length; i += 2) starts[this.#edges.at(i) + 1]!++;
    for (let i = 0; i < states; i++) starts[i + 1]! += starts[i]!;
    const froms = new Int32Array(this.#edges.length / 2);
    const fill = starts.slice();
    for (let i = 0; i < this.#edges.length; i += 2) froms[fill[this.#edges.at(i + 1)]!++] = this.#edges.at(i);
    const reaches = new Uint8Array(states);
    const open = [...this.#finals];
    for (const id of open) reaches[id] = 1;
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (let i = starts[id]!; i < starts[id + 1]!; i++) {
        const from = froms[i]!;
        if (reaches[from] === 1) continue;
        reaches[from] = 1;
        open.push(from);
      }
    }
    const stuck = reaches.indexOf(0);
    if (stuck === -1) return undefined;
    return this.#traced({ kind: "cannot finish", message: "from here the threads never finish" }, stuck, -1);
  }
}

/** Explores, and throws unless every state was visited and none is wrong. Returns the counts. */
export function prove<H, S>(exploration: Exploration<H, S>): Report {
  const report = explore(exploration);
  if (report.failure !== undefined) throw new ExplorerError(`${report.failure.kind}: ${report.failure.message}`);
  if (!report.complete) throw new ExplorerError(`more than ${report.states} states`);
  return report;
}
