import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { LoadJob, LoadReport } from "./api.ts";

const SCRIPT = join(import.meta.dirname, "wrk.lua");
const GRACE_MS = 10_000;

/** The version of the wrk on the PATH, or undefined. */
export function findWrk(): string | undefined {
  try {
    return versionOf(execFileSync("wrk", ["-v"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  } catch (error) {
    // wrk prints its version and ends with 1.
    const { stdout } = error as { stdout?: string };
    return stdout ? versionOf(stdout) : undefined;
  }
}

function versionOf(text: string): string | undefined {
  return /^wrk (\S+)/.exec(text)?.[1];
}

/** One burst by wrk. It checks no bodies: verify the server with the own tool before and after. */
export async function sendLoadWithWrk(
  job: LoadJob,
  version: string,
  prefix: readonly string[] = [],
): Promise<LoadReport> {
  const folder = mkdtempSync(join(tmpdir(), "watt-wrk-"));
  try {
    const paths = join(folder, "paths.txt");
    writeFileSync(paths, job.exchanges.map(({ path }) => `${path}\n`).join(""));
    const method = job.exchanges[0]?.method ?? "GET";
    const seconds = Math.max(1, Math.round(job.durationMs / 1000));
    const url = `http://127.0.0.1:${job.port}`;
    const load = [
      "-t",
      "1",
      "-c",
      String(job.connections),
      "-d",
      `${seconds}s`,
      "-s",
      SCRIPT,
      url,
      "--",
      method,
      paths,
    ];
    const [command = "wrk", ...words] = [...prefix, "wrk", ...load];
    const { stdout } = await promisify(execFile)(command, words, { timeout: job.durationMs + GRACE_MS });
    return parseWrk(stdout, version);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the line that wrk.lua prints. */
export function parseWrk(text: string, version: string): LoadReport {
  const line = /^watt requests=(\d+) micros=(\d+) faults=(\d+) p50=(\d+) p99=(\d+)$/m.exec(text);
  if (line === null) throw new Error(`wrk printed something else: ${text.slice(0, 400)}`);
  const [requests = 0, micros = 0, faults = 0, p50Us = 0, p99Us = 0] = line.slice(1).map(Number);
  const firstFault = faults > 0 ? `wrk counted ${faults} errors` : undefined;
  return { tool: `wrk ${version}`, requests, faults, firstFault, elapsedMs: micros / 1000, p50Us, p99Us };
}
