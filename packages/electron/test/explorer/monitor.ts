/** One operation that a thread began. */
export interface Call {
  readonly thread: number;
  /** Which operation of the thread, from 0. */
  readonly index: number;
  readonly name: string;
  readonly input: unknown;
}

/** Watches the history of an execution. States are immutable. */
export interface Monitor<S> {
  readonly initial: S;
  /** Equal for equal states. */
  key(state: S): string;
  invoke(state: S, call: Call): S;
  /** Undefined when no correct structure answers so. */
  respond(state: S, call: Call, result: unknown): S | undefined;
  /** Whether these calls may wait for ever when nobody else goes on. */
  mayBlock(state: S, calls: readonly Call[]): boolean;
  /** The same history, had thread `places[i]` been thread i. */
  rename?(state: S, places: readonly number[]): S;
}

// More events than an exploration has: calls, answers and names.
const EVENTS = 2 ** 20;
const MOST_THREADS = 8;

/** A monitor's states by number, and what follows from which: most steps of an exploration repeat earlier ones. */
export class Histories<S> {
  readonly #monitor: Monitor<S>;
  readonly #states: S[];
  readonly #numbers = new Map<string, number>();
  readonly #after = new Map<number, number | undefined>();
  readonly #renamed = new Map<number, number>();

  constructor(monitor: Monitor<S>) {
    this.#monitor = monitor;
    this.#states = [monitor.initial];
    this.#numbers.set(monitor.key(monitor.initial), 0);
  }

  at(number: number): S {
    return this.#states[number] as S;
  }

  /** The number of the state that follows state `number` by an event; `follow` is asked once for each. */
  after(number: number, event: number, follow: (state: S) => S | undefined): number | undefined {
    const key = number * EVENTS + event;
    const known = this.#after.get(key);
    if (known !== undefined || this.#after.has(key)) return known;
    const state = follow(this.at(number));
    const next = state === undefined ? undefined : this.#numberOf(state);
    this.#after.set(key, next);
    return next;
  }

  /** The number of state `number` with other names for the threads. */
  renamed(number: number, places: readonly number[]): number {
    const key = places.reduce((sum, thread) => sum * MOST_THREADS + thread, number);
    let renamed = this.#renamed.get(key);
    if (renamed === undefined) {
      renamed = this.#numberOf(this.#monitor.rename?.(this.at(number), places) as S);
      this.#renamed.set(key, renamed);
    }
    return renamed;
  }

  #numberOf(state: S): number {
    const key = this.#monitor.key(state);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#states.length);
    return this.#states.push(state) - 1;
  }
}

/** What a structure does when one thread uses it. States are JSON. */
export interface Model<M> {
  readonly initial: M;
  /**
   * Each way in which the operation may happen at this state: the state after it, and its result. None: it waits.
   *
   * @param overlaps - names of the operations of other threads that were under way during this one, so that a `try…` may
   *   fail for them.
   */
  step(state: M, call: Call, overlaps: readonly string[]): readonly (readonly [after: M, result: unknown])[];
}

interface Pending {
  readonly call: Call;
  readonly overlaps: readonly string[];
}

/** A way to order what has happened: the model's state, and the results of the pending calls that have happened. */
interface Configuration<M> {
  readonly state: M;
  readonly happened: Readonly<Record<number, string>>;
}

/** The pending calls, by thread, and every order that explains the history so far. */
export interface Orders<M> {
  readonly pending: Readonly<Record<number, Pending>>;
  readonly configurations: readonly Configuration<M>[];
}

/** A result as it is compared. */
export function resultKey(result: unknown): string {
  if (ArrayBuffer.isView(result)) return `[${Array.from(result as Int32Array).join()}]`;
  return typeof result === "bigint" ? `${result}n` : (JSON.stringify(result) ?? "undefined");
}

/**
 * Checks that the history is linearizable: each operation happens at one moment between its call and its return. Keeps
 * every order that is still possible, and orders a pending call no sooner than a return needs it. A call of a thread that
 * died stays pending: it happens at some time, or never.
 *
 * @see https://www.cs.ox.ac.uk/people/gavin.lowe/LinearizabiltyTesting/ G. Lowe, "Testing for linearizability"
 */
export function linearizable<M>(model: Model<M>): Monitor<Orders<M>> {
  return {
    initial: { pending: {}, configurations: [{ state: model.initial, happened: {} }] },
    key: ({ pending, configurations }) => JSON.stringify([Object.values(pending), configurations]),
    invoke: ({ pending, configurations }, call) => {
      // Why: histories that differ in what no step looks at would be told apart.
      const others = model.step.length < 3 ? [] : Object.values(pending);
      const mine = { call, overlaps: names(others.map((other) => other.call.name)) };
      const seen = others.map((other) => ({ ...other, overlaps: names([...other.overlaps, call.name]) }));
      return { pending: { ...pending, ...byThread([...seen, mine]) }, configurations };
    },
    rename: ({ pending, configurations }, places) => {
      const named = Object.values(pending).map(({ call, overlaps }) => {
        return { call: { ...call, thread: places.indexOf(call.thread) }, overlaps };
      });
      const happened = (by: Configuration<M>["happened"]): Configuration<M>["happened"] =>
        Object.fromEntries(Object.entries(by).map(([thread, how]) => [places.indexOf(Number(thread)), how]));
      const all = configurations.map((one) => ({ state: one.state, happened: happened(one.happened) }));
      return { pending: byThread(named), configurations: inOrder(all) };
    },
    respond: ({ pending, configurations }, call, result) => {
      const wanted = resultKey(result);
      const found = new Map<string, Configuration<M>>();
      for (const configuration of configurations) explain(model, pending, configuration, call.thread, wanted, found);
      if (found.size === 0) return undefined;
      const { [call.thread]: _, ...rest } = pending;
      return { pending: rest, configurations: inOrder([...found.values()]) };
    },
    mayBlock: ({ pending, configurations }, calls) =>
      configurations.some(({ state, happened }) =>
        calls.every(
          (call) =>
            happened[call.thread] === undefined &&
            model.step(state, call, pending[call.thread]?.overlaps ?? []).length === 0,
        ),
      ),
  };
}

// Equal ones in an equal order.
function inOrder<M>(configurations: readonly Configuration<M>[]): readonly Configuration<M>[] {
  const keyed = configurations.map((configuration) => [JSON.stringify(configuration), configuration] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, configuration]) => configuration);
}

const byThread = (all: readonly Pending[]): Record<number, Pending> =>
  Object.fromEntries(all.map((one) => [one.call.thread, one]));
const names = (all: readonly string[]): string[] => [...new Set(all)].sort();

// Adds every configuration in which the thread's call has happened with the wanted result, the call then taken out.
function explain<M>(
  model: Model<M>,
  pending: Orders<M>["pending"],
  { state, happened }: Configuration<M>,
  thread: number,
  wanted: string,
  found: Map<string, Configuration<M>>,
): void {
  if (happened[thread] !== undefined) {
    if (happened[thread] !== wanted) return;
    const { [thread]: _, ...rest } = happened;
    const configuration = { state, happened: rest };
    found.set(JSON.stringify(configuration), configuration);
    return;
  }
  for (const { call, overlaps } of Object.values(pending)) {
    if (happened[call.thread] !== undefined) continue;
    for (const [after, result] of model.step(state, call, overlaps)) {
      const key = resultKey(result);
      if (call.thread === thread && key !== wanted) continue;
      const next = { state: after, happened: { ...happened, [call.thread]: key } };
      explain(model, pending, next, thread, wanted, found);
    }
  }
}
