import type { TaskFigures } from "../api.ts";
import type { Allocation } from "./allocation.ts";
import type { Timing } from "./time.ts";
import type { TimerName } from "./timers.ts";

/** What a worker process is asked to do; one process does one job for one engine and ends. */
export interface Job {
  readonly suite: string;
  readonly engine: string;
  readonly mode: "verify" | "time" | "allocate" | "task";
  /** Names of the cases to run, in order. */
  readonly cases: readonly string[];
  readonly seed: number;
  readonly timer: TimerName;
  readonly warmupMs: number;
  readonly measureMs: number;
}

/** What the worker found for one case. Exactly one of the last five stands. */
export interface CaseReport {
  readonly case: string;
  /** Milliseconds that `prepare` took: the first one of the process also pays for cold code. */
  readonly setupMs: number;
  /** Why the engine cannot run the case. */
  readonly cannot?: string;
  /** The first wrong answer. */
  readonly wrong?: string;
  readonly figures?: TaskFigures;
  readonly timing?: Timing;
  readonly allocation?: Allocation;
  /** Answers that were checked and right. */
  readonly verified?: number;
}

export type WorkerMessage = { readonly reports: readonly CaseReport[] } | { readonly error: string };
