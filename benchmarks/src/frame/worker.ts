import type { Case, EngineEntry, OperationEngine, OperationSuite, TaskEngine, TaskFigures } from "../api.ts";
import { loadSuite } from "../suites.ts";
import { type Allocation, allocation } from "./allocation.ts";
import { EMPTY, emptyEngine } from "./empty.ts";
import type { CaseReport, Job, WorkerMessage } from "./job.ts";
import { createRandom } from "./random.ts";
import type { Timing } from "./time.ts";
import { timers } from "./timers.ts";
import { describeWrongAnswer, firstWrongAnswer } from "./verify.ts";

/** Answers checked once more on warm, optimised code after the timing. */
const CHECKED_WARM = 64;

async function work(job: Job): Promise<readonly CaseReport[]> {
  const suite = await loadSuite(job.suite);
  if (suite.kind === "socket") throw new Error(`Suite "${suite.name}" is not measured in process.`);
  const reports: CaseReport[] = [];
  const run =
    suite.kind === "task"
      ? runTask(await findEngine(suite.name, suite.engines, job.engine).load(), job)
      : runCase(suite, await findEngine(suite.name, [emptyEngine, ...suite.engines], job.engine).load(), job);
  for (const name of job.cases) {
    const benchmark = suite.cases.find((candidate) => candidate.name === name);
    if (benchmark === undefined) throw new Error(`Suite "${suite.name}" has no case "${name}".`);
    reports.push(await run(benchmark));
  }
  return reports;
}

function findEngine<Engine>(suite: string, engines: readonly EngineEntry<Engine>[], name: string): EngineEntry<Engine> {
  const entry = engines.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new Error(`Suite "${suite}" has no engine "${name}".`);
  return entry;
}

function runTask(engine: TaskEngine, job: Job): (benchmark: Case) => Promise<CaseReport> {
  return async (benchmark) => {
    const found = await engine.run(benchmark, job);
    const head = { case: benchmark.name, setupMs: 0 };
    return isRefusal(found) ? { ...head, cannot: found.cannot } : { ...head, figures: found };
  };
}

function isRefusal(found: TaskFigures | { readonly cannot: string }): found is { readonly cannot: string } {
  return typeof found["cannot"] === "string";
}

function runCase(suite: OperationSuite, engine: OperationEngine, job: Job): (benchmark: Case) => Promise<CaseReport> {
  return (benchmark) => measureCase(suite, engine, benchmark, job);
}

async function measureCase(
  suite: OperationSuite,
  engine: OperationEngine,
  benchmark: Case,
  job: Job,
): Promise<CaseReport> {
  const { operations = 1 } = benchmark;
  const inputs = suite.inputs(benchmark, createRandom(job.seed));
  const start = performance.now();
  const operation = engine.prepare(benchmark);
  const head = { case: benchmark.name, setupMs: performance.now() - start };
  if ("cannot" in operation) return { ...head, cannot: operation.cannot };
  if (operation.isAsync && job.timer !== "own")
    return { ...head, cannot: `it is asynchronous, and ${job.timer} times calls` };
  if (job.mode === "allocate")
    return { ...head, allocation: shareAllocation(await allocation(operation, inputs), operations) };
  const timing =
    job.mode === "time" ? shareTiming(await timers[job.timer](operation, inputs, job), operations) : undefined;
  if (job.engine === EMPTY) return { ...head, ...(timing && { timing }), verified: 0 };
  const count = timing ? Math.min(CHECKED_WARM, inputs.list.length) : inputs.list.length;
  const wrong = await firstWrongAnswer(operation, inputs, count);
  if (wrong) return { ...head, wrong: describeWrongAnswer(wrong) };
  return timing ? { ...head, timing } : { ...head, verified: count };
}

function shareTiming(timing: Timing, operations: number): Timing {
  return { ...timing, ns: timing.ns / operations, operations: timing.operations * operations };
}

function shareAllocation(found: Allocation, operations: number): Allocation {
  return { ...found, bytes: found.bytes / operations };
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
