import { describe, expect, test } from "vitest";
import type { OperationSuite, Suite, TaskSuite } from "../src/api.ts";
import { arena } from "../src/arena/index.ts";
import { bytes } from "../src/bytes/index.ts";
import { cache } from "../src/cache/index.ts";
import { createRandom } from "../src/frame/random.ts";
import { describeWrongAnswer, firstWrongAnswer } from "../src/frame/verify.ts";
import { hash } from "../src/hash/index.ts";
import { padding } from "../src/padding/index.ts";
import { queue } from "../src/queue/index.ts";
import { scan } from "../src/scan/index.ts";
import { trees } from "../src/trees/index.ts";

// Not the seed of published runs.
const SEED = 77;
const CHECKED = 8;
// The same work as the other cases of their suites, a thousand times over.
const HEAVY = new Set(["live/1024", "live/8192"]);
const TINY = { warmupMs: 1, measureMs: 5, seed: SEED };

const operations: readonly OperationSuite[] = [arena, bytes, scan, hash];
const tasks: readonly TaskSuite[] = [queue, padding, trees, cache];

describe.each(operations)("suite $name", (suite) => {
  test.each(suite.engines)("$name answers right what it can", { timeout: 30_000 }, async (entry) => {
    const engine = await entry.load();
    let able = 0;
    for (const benchmark of suite.cases) {
      // Inputs first, as in a run: an engine may copy what they wrote.
      const inputs = suite.inputs(benchmark, createRandom(SEED));
      const operation = engine.prepare(benchmark);
      if ("cannot" in operation) continue;
      able++;
      const wrong = await firstWrongAnswer(operation, inputs, CHECKED);
      expect(wrong && describeWrongAnswer(wrong), benchmark.name).toBeUndefined();
    }
    expect(able).toBeGreaterThan(0);
  });
});

describe.each(tasks)("suite $name", (suite) => {
  test.each(suite.engines)("$name does the jobs that it can", { timeout: 60_000 }, async (entry) => {
    const engine = await entry.load();
    let able = 0;
    for (const benchmark of suite.cases.filter(({ name }) => !HEAVY.has(name))) {
      const found: Readonly<Record<string, unknown>> = await engine.run(benchmark, TINY);
      if (found["cannot"] !== undefined) continue;
      able++;
      for (const { name } of suite.metrics) expect(found[name], `${benchmark.name} ${name}`).toBeGreaterThan(0);
    }
    expect(able).toBeGreaterThan(0);
  });
});

test.each<Suite>([...operations, ...tasks])("$name: goals speak of cases and engines that there are", (suite) => {
  const engines = suite.engines.map(({ name }) => name);
  const cases = suite.cases.map(({ name }) => name);
  for (const goal of suite.goals ?? []) {
    expect(engines).toContain(goal.engine);
    expect(cases).toContain(goal.case);
    if (goal.against) expect(engines).toEqual(expect.arrayContaining([goal.against.engine].flat()));
    expect(cases).toContain(goal.against?.case ?? goal.case);
  }
});
