import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Suite } from "../api.ts";
import { type Commit, type Machine, machineSlug } from "./machine.ts";
import { pairedRatio, type Summary, summarise } from "./statistics.ts";

/** One engine on one case in one round. `figures` are named by metric, e.g. `ns` or `cpuUs`. */
export interface Sample {
  readonly round: number;
  readonly engine: string;
  readonly case: string;
  readonly figures: Readonly<Record<string, number>>;
}

/** An engine that cannot run a case, and why. */
export interface Absence {
  readonly engine: string;
  readonly case: string;
  readonly reason: string;
}

export interface Row {
  readonly engine: string;
  readonly case: string;
  readonly metric: string;
  readonly summary: Summary;
  /** Against the reference engine, paired round by round. */
  readonly ratio?: Summary;
}

/** The committed form of a run. */
export interface Result {
  readonly schema: 1;
  readonly suite: string;
  readonly kind: Suite["kind"];
  readonly title: string;
  readonly caveats: readonly string[];
  readonly date: string;
  /** False for quick runs: they show that the suite works and nothing else. */
  readonly publishable: boolean;
  readonly machine: Machine;
  readonly load: { readonly before: number; readonly after: number };
  readonly runtime: { readonly node: string; readonly v8: string; readonly flags: readonly string[] };
  readonly versions: Readonly<Record<string, string>>;
  readonly commit: Commit | undefined;
  /** What `@watt/*` resolved to. */
  readonly artefacts: "dist" | "source";
  readonly stale: readonly string[];
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly reference: string;
  /** The engines in the order in which each round ran them. */
  readonly order: readonly (readonly string[])[];
  readonly absent: readonly Absence[];
  /** Answers checked before any timing. */
  readonly verified: number;
  readonly rounds: readonly Sample[];
  readonly rows: readonly Row[];
}

/** Summaries of every engine × case × metric, with ratios to the reference engine of the same round. */
export function summariseSamples(samples: readonly Sample[], reference: string): Row[] {
  const byRow = new Map<string, { sample: Sample; metric: string; rounds: Map<number, number> }>();
  for (const sample of samples) {
    for (const [metric, value] of Object.entries(sample.figures)) {
      const key = rowKey(sample.engine, sample.case, metric);
      const row = byRow.get(key) ?? { sample, metric, rounds: new Map<number, number>() };
      row.rounds.set(sample.round, value);
      byRow.set(key, row);
    }
  }
  return [...byRow.values()].map(({ sample, metric, rounds }) => {
    const base = byRow.get(rowKey(reference, sample.case, metric));
    const ratio = base && pairedRatio(rounds, base.rounds);
    return {
      engine: sample.engine,
      case: sample.case,
      metric,
      summary: summarise([...rounds.values()]),
      ...(ratio && { ratio }),
    };
  });
}

function rowKey(...parts: readonly string[]): string {
  return parts.join("\u0000");
}

/** `<date>-<suite>-<machine>.json` */
export function resultFileName(result: Pick<Result, "date" | "suite" | "machine">): string {
  return `${result.date.slice(0, 10)}-${result.suite}-${machineSlug(result.machine)}.json`;
}

/** Writes the result and gives the path of the file. */
export function writeResult(result: Result, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, resultFileName(result));
  writeFileSync(file, `${JSON.stringify(result, undefined, 2)}\n`);
  return file;
}
