import type { Exchange } from "../api.ts";

/** One burst of load on a server of this machine. */
export interface LoadJob {
  readonly port: number;
  readonly connections: number;
  readonly durationMs: number;
  readonly status: number;
  /** How long after the duration a missing answer may hold up the end. @defaultValue 5,000 */
  readonly graceMs?: number;
  /** Connections rotate through these, each from another place. */
  readonly exchanges: readonly Exchange[];
}

export interface LoadReport {
  /** "own", or "wrk" with its version. */
  readonly tool: string;
  /** Answers that were complete; with the own tool each was compared byte for byte. */
  readonly requests: number;
  /** Answers or connections that went wrong. A burst with faults measures nothing. */
  readonly faults: number;
  readonly firstFault: string | undefined;
  /** From the first request to the last answer. */
  readonly elapsedMs: number;
  readonly p50Us: number;
  readonly p99Us: number;
}
