import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { isTimerName, type TimerName } from "./timers.ts";

export interface Arguments {
  readonly suite: string;
  readonly rounds: number;
  readonly quick: boolean;
  readonly seed: number;
  readonly timer: TimerName;
  /** Measure the sources of `@watt/*` instead of their builds. */
  readonly source: boolean;
  /** Names of the engines to run; empty means all. */
  readonly engines: readonly string[];
  /** Beginnings of the names of the cases to run; empty means all. */
  readonly cases: readonly string[];
  readonly connections: number;
  readonly out: string | undefined;
}

export const USAGE = `npm run bench -- <suite | file.ts> [options]
  --rounds N          rounds, each in fresh processes (default 5)
  --quick             2 short rounds to see that it works; the figures are not written to results/
  --seed N            seed of the generated inputs (default 1)
  --engines a,b       only these engines (the reference is always added)
  --cases a,b         only cases whose name begins so
  --source            measure the sources of @watt/* instead of their builds
  --timer NAME        own (default), or mitata / benchmark to cross-check the own loop
  --connections N     connections of socket suites (default 64)
  --out FOLDER        where the result is written (default benchmarks/results)`;

const DEFAULT_ROUNDS = 5;
const QUICK_ROUNDS = 2;
const DEFAULT_CONNECTIONS = 64;

/** Reads the command line; throws with the usage when it makes no sense. */
export function parseArguments(words: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      rounds: { type: "string" },
      quick: { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
      engines: { type: "string", default: "" },
      cases: { type: "string", default: "" },
      source: { type: "boolean", default: false },
      timer: { type: "string", default: "own" },
      connections: { type: "string", default: String(DEFAULT_CONNECTIONS) },
      out: { type: "string" },
    },
  });
  const [suite, ...rest] = positionals;
  if (suite === undefined || rest.length > 0) throw new Error(`Name one suite.\n${USAGE}`);
  if (!isTimerName(values.timer)) throw new Error(`There is no timer "${values.timer}".\n${USAGE}`);
  return {
    // A file keeps its meaning in processes that run in another folder.
    suite: suite.endsWith(".ts") ? resolve(suite) : suite,
    rounds: count("rounds", values.rounds ?? String(values.quick ? QUICK_ROUNDS : DEFAULT_ROUNDS)),
    quick: values.quick,
    seed: count("seed", values.seed),
    timer: values.timer,
    source: values.source,
    engines: list(values.engines),
    cases: list(values.cases),
    connections: count("connections", values.connections),
    out: values.out,
  };
}

function count(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Error(`--${name} needs a whole number from 1, not "${text}".`);
  return value;
}

function list(text: string): readonly string[] {
  return text.split(",").filter((name) => name !== "");
}
