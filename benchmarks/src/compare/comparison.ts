import type { Suite } from "../api.ts";
import type { Sample } from "../frame/result.ts";
import { pairedRatio, type Summary, summarise } from "../frame/statistics.ts";
import { figure, markdownTable } from "../frame/table.ts";
import { labelOf, type Side } from "./contestants.ts";

/** One engine on one case: both sides and tree / ref. */
export interface Comparison {
  readonly engine: string;
  readonly case: string;
  readonly metric: string;
  readonly ref: Summary;
  readonly tree: Summary;
  readonly ratio: Summary;
}

function metricsOf(suite: Suite): readonly string[] {
  if (suite.kind === "task") return suite.metrics.map(({ name }) => name);
  return suite.kind === "operation" ? ["ns", "bytes"] : ["cpuUs"];
}

/** Compares both sides of each engine, case and metric; what one side lacks is left out. */
export function compareSamples(suite: Suite, engines: readonly string[], samples: readonly Sample[]): Comparison[] {
  const comparisons: Comparison[] = [];
  for (const metric of metricsOf(suite)) {
    for (const { name } of suite.cases) {
      for (const engine of engines) {
        const rounds = (side: Side): Map<number, number> => {
          const own = samples.filter((sample) => sample.engine === labelOf(engine, side) && sample.case === name);
          const pairs = own.flatMap(({ round, figures }) => {
            const value = figures[metric];
            return value === undefined ? [] : [[round, value] as const];
          });
          return new Map(pairs);
        };
        const [ref, tree] = [rounds("ref"), rounds("tree")];
        const ratio = pairedRatio(tree, ref);
        if (ratio === undefined) continue;
        const sides = { ref: summarise([...ref.values()]), tree: summarise([...tree.values()]) };
        comparisons.push({ engine, case: name, metric, ...sides, ratio });
      }
    }
  }
  return comparisons;
}

/** One table of comparisons; ratios below 1 are gains, but where a metric counts what is done in a second. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
  const head = ["engine · case", "metric", "ref", "tree", "tree / ref", "least–most", ""];
  const rows = comparisons.map(({ engine, case: name, metric, ref, tree, ratio }) => [
    `${engine} · ${name}`,
    metric,
    figure(ref.median),
    figure(tree.median),
    ratio.median.toFixed(3),
    `${ratio.min.toFixed(3)}–${ratio.max.toFixed(3)}`,
    verdict(metric, ratio),
  ]);
  return markdownTable(head, rows);
}

/** Fewer rounds agree by luck too often: two do so half of the time. */
const ROUNDS_TO_AGREE = 5;
/** Bytes speak with one figure. They hardly vary: by what V8 happened to inline, some percent. */
const NOISE = { bytes: 0.05, other: 0.02 };

/** Says something only when every round agrees. */
function verdict(metric: string, { min, max, count }: Summary): string {
  if (count < ROUNDS_TO_AGREE && metric !== "bytes") return "";
  const noise = metric === "bytes" ? NOISE.bytes : NOISE.other;
  if (min > 1 + noise) return "more";
  return max < 1 - noise ? "less" : "";
}
