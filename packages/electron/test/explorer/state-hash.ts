import type { Exploration } from "./explore.ts";
import { ExplorerError } from "./machine.ts";
import type { Histories } from "./monitor.ts";
import type { Stamps } from "./stamps.ts";
import { Hasher } from "./state-set.ts";
import type { Thread } from "./thread.ts";
import type { State } from "./world.ts";

/** By what a state is known: 64 bits. Threads that are alike may have changed places: that is the same state. */
export class StateHash<H, S> {
  readonly #exploration: Exploration<H, S>;
  readonly #stamps: Stamps;
  readonly #histories: Histories<S>;
  readonly #hasher = new Hasher();

  constructor(exploration: Exploration<H, S>, stamps: Stamps, histories: Histories<S>) {
    this.#exploration = exploration;
    this.#stamps = stamps;
    this.#histories = histories;
  }

  of(state: State<H>): readonly [number, number] {
    const hasher = this.#hasher;
    const { alike = [], stamps = [] } = this.#exploration;
    const { memory, threads, sleepers, crashes } = state;
    const places = alike.length === 0 ? undefined : this.#places(state, alike);
    hasher.reset();
    hasher.addSparse(memory, stamps);
    for (let place = 0; place < threads.length; place++) {
      const thread = threads[places?.[place] ?? place] as Thread<H>;
      hasher.add(thread.status.charCodeAt(0) + 256 * thread.begun);
      hasher.add(thread.position);
      hasher.add(this.#stamps.state(thread.stamps, memory));
    }
    for (const sleeper of sleepers) hasher.add(places?.indexOf(sleeper) ?? sleeper);
    hasher.add(-1);
    hasher.add(places === undefined ? state.history : this.#histories.renamed(state.history, places));
    hasher.add(crashes);
    this.#addKnowledge(state);
    return [hasher.a, hasher.b];
  }

  // What threads know names them by their numbers. Which bit means what is settled by the row and the column, not by how wide the rows are.
  #addKnowledge({ knowledge: { width, bits } }: State<H>): void {
    const { alike = [] } = this.#exploration;
    for (let i = 0; i < bits.length; i++) {
      if (bits[i] === 0) continue;
      if (alike.length > 0) throw new ExplorerError("alike threads, and plain accesses");
      this.#hasher.add(Math.floor(i / width) * 4096 + (i % width));
      this.#hasher.add(bits[i] as number);
    }
  }

  // For each place the thread that stands there: those that are alike in an order that does not depend on their numbers.
  // Where nothing here tells two apart, they may stand either way, and one state may be walked as two.
  #places({ memory, threads, sleepers }: State<H>, alike: readonly number[]): readonly number[] {
    const places = threads.map(({ number }) => number);
    const sorted = alike.toSorted((a, b) => {
      const [one, other] = [threads[a] as Thread<H>, threads[b] as Thread<H>];
      return (
        one.position - other.position ||
        one.begun - other.begun ||
        one.status.charCodeAt(0) - other.status.charCodeAt(0) ||
        this.#stamps.state(one.stamps, memory) - this.#stamps.state(other.stamps, memory) ||
        sleepers.indexOf(a) - sleepers.indexOf(b)
      );
    });
    alike.forEach((place, i) => (places[place] = sorted[i] as number));
    return places;
  }
}
