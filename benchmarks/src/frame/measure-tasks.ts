import type { Job } from "./job.ts";
import type { Contestant, Measured } from "./measure-operations.ts";
import { orderOfRound } from "./order.ts";
import type { Absence, Sample } from "./result.ts";
import { runJob } from "./run-job.ts";

export interface TaskPlan {
  readonly contestants: readonly Contestant[];
  readonly rounds: number;
  readonly job: Omit<Job, "engine" | "mode">;
  log(line: string): void;
}

/** Runs each case of each engine in a process of its own, in interleaved rounds. A job that fails ends it. */
export async function measureTasks({ contestants, rounds, job, log }: TaskPlan): Promise<Measured> {
  const samples: Sample[] = [];
  const absent: Absence[] = [];
  const order: string[][] = [];
  let verified = 0;
  for (let round = 0; round < rounds; round++) {
    log(`round ${round + 1} of ${rounds}`);
    const contestantsNow = orderOfRound(contestants, round);
    order.push(contestantsNow.map(({ label }) => label));
    for (const name of job.cases) {
      for (const { engine, label, place } of contestantsNow) {
        if (absent.some((one) => one.engine === label && one.case === name)) continue;
        // A process for each case: what one leaves on the heap would be the next one's garbage.
        for (const report of await runJob({ ...job, engine, mode: "task", cases: [name] }, place)) {
          if (report.cannot !== undefined) absent.push({ engine: label, case: name, reason: report.cannot });
          if (report.figures === undefined) continue;
          verified++;
          samples.push({ round, engine: label, case: name, figures: report.figures });
        }
      }
    }
  }
  return { samples, absent, verified, order };
}
