import type { Goal, Suite } from "../api.ts";
import type { Result, Sample } from "./result.ts";
import { median, pairedRatio } from "./statistics.ts";
import { figure } from "./table.ts";

/** One line for each goal of the suite that this run has figures for: met or missed, and by what. */
export function describeGoals(suite: Suite, result: Result): string[] {
  const lines = (suite.goals ?? []).flatMap((goal) => {
    const found = valueOf(goal, result.rounds);
    return found === undefined ? [] : [describe(goal, found)];
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

function figuresOf(samples: readonly Sample[], engine: string, name: string, metric: string): Map<number, number> {
  const figures = new Map<number, number>();
  for (const sample of samples) {
    const value = sample.figures[metric];
    if (sample.engine === engine && sample.case === name && value !== undefined) figures.set(sample.round, value);
  }
  return figures;
}

function describe({ engine, case: name, metric, against, most, least }: Goal, value: number): string {
  const isMet = (most === undefined || value <= most) && (least === undefined || value >= least);
  const bound = most === undefined ? `at least ${figure(least ?? 0)}` : `at most ${figure(most)}`;
  const engines = [against?.engine ?? []].flat();
  const other =
    against &&
    `${engines.length > 1 ? "the fastest peer" : engines[0]}${against.case === undefined ? "" : ` on ${against.case}`}`;
  const what = other === undefined ? metric : `${metric} / that of ${other}`;
  return `- ${isMet ? "met   " : "MISSED"} ${engine} on ${name}: ${what} = ${figure(value)}, goal ${bound}`;
}
