import { fork } from "node:child_process";
import { join } from "node:path";
import { ALLOCATION_FLAGS } from "./allocation.ts";
import type { CaseReport, Job, WorkerMessage } from "./job.ts";

/** Where a job runs: the benchmarks folder whose node_modules name the engines, and the flags of the process. */
export interface Place {
  readonly benchmarks: string;
  readonly nodeFlags: readonly string[];
}

const START_MS = 30_000;
const MS_PER_CASE = 60_000;

/** Does one job in a fresh process, which is killed when it takes too long. */
export function runJob(job: Job, place: Place): Promise<readonly CaseReport[]> {
  const flags = job.mode === "allocate" ? ALLOCATION_FLAGS : [];
  const child = fork(join(place.benchmarks, "src/frame/worker.ts"), [], {
    cwd: place.benchmarks,
    execArgv: [...place.nodeFlags, ...flags],
    env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const label = `${job.suite}/${job.engine} (${job.mode})`;
  return new Promise((resolve, reject) => {
    const limit = START_MS + MS_PER_CASE * job.cases.length;
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`${label} took more than ${limit / 1000} s and was killed`));
    }, limit);
    child.once("message", (message: WorkerMessage) => {
      if ("error" in message) reject(new Error(`${label} failed: ${message.error}`));
      else resolve(message.reports);
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`${label} ended without a report (code ${code}, signal ${signal})`));
    });
    child.send(job);
  });
}
