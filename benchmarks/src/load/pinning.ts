import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";

/** True where server and load can each have a core of their own: two cores and `taskset`. */
export function canPin(): boolean {
  if (process.platform !== "linux" || availableParallelism() < 2) return false;
  try {
    execFileSync("taskset", ["-c", "0,1", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
