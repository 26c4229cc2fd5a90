import type { Monitor } from "./monitor.ts";

/** Sums at the interesting moments. */
export interface Interval {
  /** Of the adds that have ended. */
  readonly ended: number;
  /** Of the adds that have begun. */
  readonly begun: number;
  /** For each thread that reads, what had ended when it began. */
  readonly readers: Readonly<Record<number, number>>;
}

/**
 * A counter that is read while it is counted: `value` includes every `add` that ended before it began, and none that began
 * after it ended. `add` adds its input, at least 0.
 */
export function interval(): Monitor<Interval> {
  return {
    initial: { ended: 0, begun: 0, readers: {} },
    key: (state) => JSON.stringify(state),
    invoke: (state, { name, input, thread }) =>
      name === "add"
        ? { ...state, begun: state.begun + (input as number) }
        : { ...state, readers: { ...state.readers, [thread]: state.ended } },
    respond: (state, { name, input, thread }, result) => {
      if (name === "add") return { ...state, ended: state.ended + (input as number) };
      const { [thread]: least = 0, ...readers } = state.readers;
      const value = Number(result);
      return value >= least && value <= state.begun ? { ...state, readers } : undefined;
    },
    mayBlock: () => false,
  };
}
