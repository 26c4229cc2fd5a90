import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What the tests made of a mutant. A hang is noticed like a failure. */
export type Verdict = "killed" | "timed out" | "survived";

const LEAST_FREE_KB = 3 * 1024 * 1024;
const LOOK_EVERY_MS = 500;

/**
 * Runs a command as a process group of its own and tells whether it failed. A mutant may loop or allocate without end:
 * after `limitMs`, or when the machine's memory runs low, the whole group is killed.
 */
export function runTests(command: string, args: readonly string[], folder: string, limitMs: number): Promise<Verdict> {
  const child = spawn(command, args, {
    cwd: folder,
    detached: true,
    stdio: "ignore",
    env: { ...process.env, CI: "true", NODE_OPTIONS: "--max-old-space-size=2048" },
  });
  return new Promise((resolve) => {
    let isOver = false;
    const kill = (): void => {
      isOver = true;
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    };
    const timer = setTimeout(kill, limitMs);
    const watch = setInterval(() => freeMemory() < LEAST_FREE_KB && kill(), LOOK_EVERY_MS);
    child.once("close", (code) => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve(isOver ? "timed out" : code === 0 ? "survived" : "killed");
    });
  });
}

function freeMemory(): number {
  try {
    return Number(/MemAvailable:\s+(\d+)/.exec(readFileSync("/proc/meminfo", "utf8"))?.[1] ?? Infinity);
  } catch {
    return Infinity;
  }
}
