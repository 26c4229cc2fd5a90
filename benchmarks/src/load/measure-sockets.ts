import { join } from "node:path";
import type { Exchange, SocketCase, SocketSuite } from "../api.ts";
import type { Contestant, Measured } from "../frame/measure-operations.ts";
import { orderOfRound } from "../frame/order.ts";
import { createRandom } from "../frame/random.ts";
import type { Sample } from "../frame/result.ts";
import type { LoadJob, LoadReport } from "./api.ts";
import { checkAnswer } from "./check-answer.ts";
import { type Child, startChild } from "./child.ts";
import type { CpuReading } from "./host.ts";
import { canPin } from "./pinning.ts";
import { findWrk, sendLoadWithWrk } from "./wrk.ts";

export interface SocketPlan {
  readonly suite: SocketSuite;
  /** Name or file by which the server's process finds the suite. */
  readonly source: string;
  readonly contestants: readonly Contestant[];
  readonly cases: readonly string[];
  readonly rounds: number;
  readonly seed: number;
  readonly connections: number;
  readonly warmupMs: number;
  readonly measureMs: number;
  log(line: string): void;
}

/** How the load was made; part of the result. */
export interface LoadSetting {
  readonly tool: string;
  readonly pinned: boolean;
}

interface Table {
  readonly benchmark: SocketCase;
  readonly exchanges: readonly Exchange[];
}

const START_MS = 30_000;
const GRACE_MS = 10_000;
const CHECKED = 32;
/** What a server does that has a core to itself, roughly. */
const WARM_REQUESTS_PER_MS = 15;
const PATIENCE = 10;

export function describeLoad(): LoadSetting {
  const wrk = findWrk();
  return { tool: wrk === undefined ? "own" : `wrk ${wrk}`, pinned: canPin() };
}

/** Verifies every server, then loads each in a fresh process in interleaved rounds; a wrong answer ends it. */
export async function measureSockets(plan: SocketPlan, setting: LoadSetting): Promise<Measured> {
  const tables = plan.suite.cases
    .filter(({ name }) => plan.cases.includes(name))
    .map((benchmark) => ({ benchmark, exchanges: benchmark.exchanges(createRandom(plan.seed)) }));
  let verified = 0;
  for (const contestant of plan.contestants) {
    await withServer(plan, setting, contestant, async (port) => {
      for (const table of tables) verified += await verify(contestant, table, port);
    });
    plan.log(`${contestant.label} answers right`);
  }
  const samples: Sample[] = [];
  const order: string[][] = [];
  for (let round = 0; round < plan.rounds; round++) {
    const contestants = orderOfRound(plan.contestants, round);
    order.push(contestants.map(({ label }) => label));
    plan.log(`round ${round + 1} of ${plan.rounds}`);
    for (const contestant of contestants) {
      await withServer(plan, setting, contestant, async (port, server) => {
        const generator = startChild(
          join(import.meta.dirname, "generator.ts"),
          childOptions(contestant, []),
          setting.pinned ? 1 : undefined,
        );
        try {
          for (const table of tables) {
            const figures = await load(plan, setting, { ...table, port, server, generator });
            samples.push({ round, engine: contestant.label, case: table.benchmark.name, figures });
          }
        } finally {
          await generator.stop();
        }
      });
    }
  }
  return { samples, absent: [], verified, order };
}

function childOptions({ place }: Contestant, words: readonly string[]): Parameters<typeof startChild>[1] {
  return { words, cwd: place.benchmarks, nodeFlags: place.nodeFlags };
}

async function withServer(
  plan: SocketPlan,
  setting: LoadSetting,
  contestant: Contestant,
  use: (port: number, server: Child) => Promise<void>,
): Promise<void> {
  const module = join(contestant.place.benchmarks, "src/load/host.ts");
  const server = startChild(
    module,
    childOptions(contestant, [plan.source, contestant.engine]),
    setting.pinned ? 0 : undefined,
  );
  try {
    const { port } = (await server.ask("start", START_MS)) as { port: number };
    await use(port, server);
  } catch (error) {
    throw new Error(`${contestant.label}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    await server.stop();
  }
}

async function verify({ label }: Contestant, { benchmark, exchanges }: Table, port: number): Promise<number> {
  const checked = exchanges.slice(0, CHECKED);
  for (const exchange of checked) {
    const wrong = await checkAnswer(port, benchmark, exchange);
    if (wrong !== undefined)
      throw new Error(`${label} answers "${benchmark.name}" wrong (${wrong}). Nothing is published.`);
  }
  return checked.length;
}

interface Target extends Table {
  readonly port: number;
  readonly server: Child;
  readonly generator: Child;
}

async function load(plan: SocketPlan, setting: LoadSetting, target: Target): Promise<Record<string, number>> {
  const { benchmark, exchanges, port, server, generator } = target;
  const job = { port, connections: plan.connections, status: benchmark.status, exchanges };
  await warmUp(plan, generator, job);
  const measured: LoadJob = { ...job, durationMs: plan.measureMs };
  const before = await cpu(server);
  const report =
    setting.tool === "own"
      ? await burst(generator, measured)
      : await sendLoadWithWrk(measured, setting.tool.slice(4), setting.pinned ? ["taskset", "-c", "1"] : []);
  const cpuUs = (await cpu(server)) - before;
  refuseFaults(report);
  return {
    cpuUs: cpuUs / report.requests,
    requestsPerSecond: report.requests / (report.elapsedMs / 1000),
    coreShare: cpuUs / 1000 / report.elapsedMs,
    p50Us: report.p50Us,
    p99Us: report.p99Us,
    requests: report.requests,
  };
}

/**
 * Warms up by requests, not by time: on a busy machine a server would else be measured before V8 has optimised it.
 * Always by the own tool: it compares every answer, so a wrong one is seen whoever measures.
 */
async function warmUp(plan: SocketPlan, generator: Child, job: Omit<LoadJob, "durationMs">): Promise<void> {
  const wanted = plan.warmupMs * WARM_REQUESTS_PER_MS;
  const end = performance.now() + plan.warmupMs * PATIENCE;
  let requests = 0;
  while (requests < wanted && performance.now() < end) {
    requests += (await burst(generator, { ...job, durationMs: plan.warmupMs })).requests;
  }
}

async function burst(generator: Child, job: LoadJob): Promise<LoadReport> {
  const report = (await generator.ask(job, job.durationMs + GRACE_MS)) as LoadReport;
  refuseFaults(report);
  return report;
}

function refuseFaults({ faults, firstFault, requests }: LoadReport): void {
  if (faults > 0) throw new Error(`${faults} of ${requests + faults} answers were faulty; the first: ${firstFault}`);
  if (requests === 0) throw new Error("no request was answered");
}

async function cpu(server: Child): Promise<number> {
  return ((await server.ask("cpu", GRACE_MS)) as CpuReading).cpuUs;
}
