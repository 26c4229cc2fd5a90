import type { Touched } from "./course.ts";
import type { Knowledge, Races } from "./races.ts";
import type { Steps } from "./steps.ts";
import type { Thread } from "./thread.ts";
import type { State } from "./world.ts";

/** A state while a thread takes a step. */
export class Change<H> implements Touched {
  memory!: number[];
  threads!: Thread<H>[];
  sleepers!: readonly number[];
  readonly #state: State<H>;
  readonly #number: number;
  readonly #races: Races;
  readonly #steps: Steps<H>;

  constructor(state: State<H>, number: number, races: Races, steps: Steps<H>) {
    this.#state = state;
    this.#number = number;
    this.#races = races;
    this.#steps = steps;
    this.begin();
  }

  /** Takes back what was done. */
  begin(): void {
    const { memory, threads, sleepers, knowledge } = this.#state;
    this.memory = memory.slice();
    this.threads = [...threads];
    this.sleepers = sleepers.includes(this.#number) ? sleepers.filter((one) => one !== this.#number) : sleepers;
    this.#races.restore(knowledge);
  }

  /** Threads that sleep at an address, in the order in which they would wake, at most `count`. */
  sleepersAt(at: number, count: number): number[] {
    return this.sleepers.filter((sleeper) => this.threads[sleeper]?.sleeping?.at === at).slice(0, count);
  }

  wake(at: number, count: number): number {
    const woken = this.sleepersAt(at, count);
    for (const sleeper of woken) this.threads[sleeper] = this.#steps.woken(this.threads[sleeper] as Thread<H>);
    this.sleepers = this.sleepers.filter((sleeper) => !woken.includes(sleeper));
    return woken.length;
  }

  plain(at: number, bytes: number, kind: "read" | "write"): void {
    this.#races.plain(this.#number, at, bytes, kind);
  }

  order(thread: number, at: number, learns: boolean, tells: boolean): void {
    this.#races.atomic(thread, at, learns, tells);
  }

  /** The thread is here after its step. */
  end(thread: Thread<H>): void {
    this.threads[this.#number] = thread;
    if (thread.status === "sleeping") this.sleepers = [...this.sleepers, this.#number];
  }

  /** What is known of plain accesses after the step. */
  knowledge(): Knowledge {
    if (this.#races.isEmpty) return this.#state.knowledge;
    this.#races.settle(this.threads.flatMap(({ status }, index) => (status === "dead" ? [] : [index])));
    return this.#races.save();
  }
}
