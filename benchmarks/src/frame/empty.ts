import type { EngineEntry, OperationEngine } from "../api.ts";

/** The name of the baseline row. */
export const EMPTY = "(empty)";

/** The loop, the call and the store of the result, with no work in between: what every other row contains as well. */
export const emptyEngine: EngineEntry<OperationEngine> = {
  name: EMPTY,
  note: "the loop alone; part of every other row, not subtracted",
  packages: [],
  load: async () => ({ prepare: () => ({ run: (input) => input, answer: (result) => result }) }),
};
