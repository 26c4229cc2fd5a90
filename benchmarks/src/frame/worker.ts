import type { Case, EngineEntry, OperationEngine, OperationSuite } from "../api.ts";
import { loadSuite } from "../suites.ts";
import { allocation } from "./allocation.ts";
import { EMPTY, emptyEngine } from "./empty.ts";
import type { CaseReport, Job, WorkerMessage } from "./job.ts";
import { createRandom } from "./random.ts";
import { timers } from "./timers.ts";
import { describeWrongAnswer, firstWrongAnswer } from "./verify.ts";

/** Answers checked once more on warm, optimised code after the timing. */
const CHECKED_WARM = 64;

async function work(job: Job): Promise<readonly CaseReport[]> {
  const suite = await loadSuite(job.suite);
  if (suite.kind !== "operation") throw new Error(`Suite "${suite.name}" is not measured in process.`);
  const entry = findEngine(suite, job.engine);
  const engine = await entry.load();
  const reports: CaseReport[] = [];
  for (const name of job.cases) {
    const benchmark = suite.cases.find((candidate) => candidate.name === name);
    if (benchmark === undefined) throw new Error(`Suite "${suite.name}" has no case "${name}".`);
    reports.push(await runCase(suite, engine, benchmark, job));
  }
  return reports;
}

function findEngine(suite: OperationSuite, name: string): EngineEntry<OperationEngine> {
  const entry = [emptyEngine, ...suite.engines].find((candidate) => candidate.name === name);
  if (entry === undefined) throw new Error(`Suite "${suite.name}" has no engine "${name}".`);
  return entry;
}

async function runCase(suite: OperationSuite, engine: OperationEngine, benchmark: Case, job: Job): Promise<CaseReport> {
  const inputs = suite.inputs(benchmark, createRandom(job.seed));
  const start = performance.now();
  const operation = engine.prepare(benchmark);
  const head = { case: benchmark.name, setupMs: performance.now() - start };
  if ("cannot" in operation) return { ...head, cannot: operation.cannot };
  if (job.mode === "allocate") return { ...head, allocation: allocation(operation, inputs) };
  const timing = job.mode === "time" ? await timers[job.timer](operation, inputs, job) : undefined;
  if (job.engine === EMPTY) return { ...head, ...(timing && { timing }), verified: 0 };
  const count = timing ? Math.min(CHECKED_WARM, inputs.list.length) : inputs.list.length;
  const wrong = firstWrongAnswer(operation, inputs, count);
  if (wrong) return { ...head, wrong: describeWrongAnswer(wrong) };
  return timing ? { ...head, timing } : { ...head, verified: count };
}

function send(message: WorkerMessage): void {
  process.send?.(message, () => process.disconnect());
}

process.once("message", (job: Job) => {
  work(job).then(
    (reports) => send({ reports }),
    (error: unknown) => send({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
