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
}

/** A monitor's states by number, and what follows from which: most steps of an exploration repeat earlier ones. */
export class Histories<S> {
  readonly #monitor: Monitor<S>;
  readonly #states: S[];
  readonly #numbers = new Map<string, number>();
  readonly #after = new Map<string, number | undefined>();

  constructor(monitor: Monitor<S>) {
    this.#monitor = monitor;
    this.#states = [monitor.initial];
    this.#numbers.set(monitor.key(monitor.initial), 0);
  }

  at(number: number): S {
    return this.#states[number] as S;
  }

  /** The number of the state that `follow` gives; it is asked once for each `event`. */
  after(event: string, follow: () => S | undefined): number | undefined {
    if (this.#after.has(event)) return this.#after.get(event);
    const state = follow();
    const number = state === undefined ? undefined : this.#numberOf(state);
    this.#after.set(event, number);
    return number;
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
    respond: ({ pending, configurations }, call, result) => {
      const wanted = resultKey(result);
      const found = new Map<string, Configuration<M>>();
      for (const configuration of configurations) explain(model, pending, configuration, call.thread, wanted, found);
      if (found.size === 0) return undefined;
      const { [call.thread]: _, ...rest } = pending;
      const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
      return { pending: rest, configurations: sorted.map(([, configuration]) => configuration) };
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
