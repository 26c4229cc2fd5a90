import type { Suite } from "../api.ts";

/** Milliseconds of warm-up and of measurement for one case in one process. */
export interface Effort {
  readonly warmupMs: number;
  readonly measureMs: number;
}

const EFFORTS: Readonly<Record<Suite["kind"], { readonly full: Effort; readonly quick: Effort }>> = {
  operation: { full: { warmupMs: 250, measureMs: 300 }, quick: { warmupMs: 40, measureMs: 60 } },
  task: { full: { warmupMs: 300, measureMs: 1_000 }, quick: { warmupMs: 50, measureMs: 100 } },
  socket: { full: { warmupMs: 700, measureMs: 2_000 }, quick: { warmupMs: 100, measureMs: 300 } },
};

export function effortOf(suite: Suite, quick: boolean): Effort {
  return EFFORTS[suite.kind][quick ? "quick" : "full"];
}
