import { EMPTY } from "./empty.ts";
import type { CaseReport, Job } from "./job.ts";
import { orderOfRound } from "./order.ts";
import type { Absence, Sample } from "./result.ts";
import { type Place, runJob } from "./run-job.ts";

/** An engine in a place: the same name in two places is two contestants. */
export interface Contestant {
  readonly label: string;
  readonly engine: string;
  readonly place: Place;
}

export interface Plan {
  readonly contestants: readonly Contestant[];
  readonly rounds: number;
  readonly job: Omit<Job, "engine" | "mode">;
  readonly allocations: boolean;
  /** Cases that share a process. @defaultValue all of an engine */
  readonly together?: readonly (readonly string[])[];
  log(line: string): void;
  /** How a job is done. @defaultValue in a fresh process */
  readonly runJob?: typeof runJob;
}

export interface Measured {
  readonly samples: readonly Sample[];
  readonly absent: readonly Absence[];
  readonly verified: number;
  readonly order: readonly (readonly string[])[];
}

/** Round number under which figures that are taken once stand. */
export const ONCE = -1;

/** Verifies every engine, then times them in interleaved rounds; a wrong answer anywhere ends it. */
export async function measureOperations(plan: Plan): Promise<Measured> {
  const { absent, verified } = await verifyAll(plan);
  const able = (label: string, cases: readonly string[]): string[] =>
    cases.filter((name) => !absent.some((one) => one.engine === label && one.case === name));
  const samples: Sample[] = [];
  const order: string[][] = [];
  for (let round = 0; round < plan.rounds; round++) {
    const contestants = orderOfRound(plan.contestants, round);
    order.push(contestants.map(({ label }) => label));
    plan.log(`round ${round + 1} of ${plan.rounds}`);
    for (const cases of groupsOf(plan)) {
      for (const contestant of contestants) {
        for (const report of await run(plan, contestant, "time", able(contestant.label, cases))) {
          if (report.timing)
            samples.push(sampleOf(contestant, report, round, { ns: report.timing.ns, setupMs: report.setupMs }));
        }
      }
    }
  }
  if (plan.allocations) samples.push(...(await allocations(plan, able)));
  return { samples, absent, verified, order };
}

function groupsOf({ together, job }: Plan): readonly (readonly string[])[] {
  return together ?? [job.cases];
}

async function verifyAll(plan: Plan): Promise<{ absent: Absence[]; verified: number }> {
  const absent: Absence[] = [];
  let verified = 0;
  for (const contestant of plan.contestants) {
    for (const cases of groupsOf(plan)) {
      for (const { case: name, cannot, verified: count } of await run(plan, contestant, "verify", cases)) {
        if (cannot !== undefined) absent.push({ engine: contestant.label, case: name, reason: cannot });
        verified += count ?? 0;
      }
    }
    const answer = contestant.engine === EMPTY ? "has nothing to answer" : "answers right";
    plan.log(`${contestant.label} ${answer}`);
  }
  return { absent, verified };
}

async function allocations(plan: Plan, able: (label: string, cases: readonly string[]) => string[]): Promise<Sample[]> {
  plan.log("allocations");
  const samples: Sample[] = [];
  for (const cases of groupsOf(plan)) {
    for (const contestant of plan.contestants) {
      for (const report of await run(plan, contestant, "allocate", able(contestant.label, cases))) {
        const found = report.allocation;
        if (found && found.samples > 0) samples.push(sampleOf(contestant, report, ONCE, { bytes: found.bytes }));
      }
    }
  }
  return samples;
}

async function run(
  plan: Plan,
  { engine, label, place }: Contestant,
  mode: Job["mode"],
  cases: readonly string[],
): Promise<readonly CaseReport[]> {
  if (cases.length === 0) return [];
  const reports = await (plan.runJob ?? runJob)({ ...plan.job, engine, mode, cases }, place);
  const wrong = reports.find((report) => report.wrong !== undefined);
  if (wrong) throw new Error(`${label} answers "${wrong.case}" wrong (${wrong.wrong}). Nothing is published.`);
  return reports;
}

function sampleOf({ label }: Contestant, report: CaseReport, round: number, figures: Record<string, number>): Sample {
  return { round, engine: label, case: report.case, figures };
}
