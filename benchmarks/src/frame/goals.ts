import type { Goal, Suite } from "../api.ts";
import type { Result, Sample } from "./result.ts";
import { geometricMean, median, pairedRatio } from "./statistics.ts";
import { figure } from "./table.ts";

/** One line for each goal of the suite that this run has figures for: met or missed, and by what. */
export function describeGoals(suite: Suite, result: Result): string[] {
  const lines = (suite.goals ?? []).flatMap((goal) => {
    const found = valueOf(goal, result.rounds);
    return found === undefined ? [] : [describe(goal, found, suite.cases.length)];
  });
  return lines.length > 0 ? ["Goals", ...lines, ""] : [];
}

function valueOf(goal: Goal, samples: readonly Sample[]): number | undefined {
  const own = figuresOf(samples, goal.engine, goal.case, goal.metric);
  if (own.size === 0) return undefined;
  if (goal.against === undefined) return median([...own.values()]);
  const { engine, case: name = goal.case } = goal.against;
  const others = [engine].flat().map((one) => figuresOf(samples, one, name, goal.metric));
  // The fastest one of them is the one beside which the ratio is the largest.
  const ratios = others.flatMap((other) => pairedRatio(own, other)?.median ?? []);
  return ratios.length === 0 ? undefined : Math.max(...ratios);
}

/** The figure of each round, the geometric mean where there are several cases; a round that lacks one is left out. */
function figuresOf(
  samples: readonly Sample[],
  engine: string,
  names: string | readonly string[],
  metric: string,
): Map<number, number> {
  const cases = [names].flat();
  const rounds = new Map<number, number[]>();
  for (const { round, engine: its, case: name, figures } of samples) {
    const value = figures[metric];
    if (its === engine && cases.includes(name) && value !== undefined)
      rounds.set(round, [...(rounds.get(round) ?? []), value]);
  }
  const whole = [...rounds].filter(([, values]) => values.length === cases.length);
  return new Map(whole.map(([round, values]) => [round, geometricMean(values)]));
}

function describe({ engine, case: name, metric, against, most, least }: Goal, value: number, cases: number): string {
  const isMet = (most === undefined || value <= most) && (least === undefined || value >= least);
  const bound = most === undefined ? `at least ${figure(least ?? 0)}` : `at most ${figure(most)}`;
  const other =
    against && `${nameOf([against.engine].flat())}${against.case === undefined ? "" : ` on ${against.case}`}`;
  const what = other === undefined ? metric : `${metric} / that of ${other}`;
  const names = typeof name !== "string" && name.length === cases ? `all ${cases} cases` : [name].flat().join(", ");
  const where = typeof name === "string" ? name : `the geometric mean of ${names}`;
  return `- ${isMet ? "met   " : "MISSED"} ${engine} on ${where}: ${what} = ${figure(value)}, goal ${bound}`;
}

/** More names than these say less than none. */
const MOST_NAMES = 3;

function nameOf(engines: readonly string[]): string {
  if (engines.length > MOST_NAMES) return "the fastest peer";
  return engines.length > 1 ? `the fastest of ${engines.join(", ")}` : (engines[0] ?? "");
}
