import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import { join } from "node:path";

/** What the figures were taken on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly platform: string;
  readonly release: string;
}

export interface Commit {
  readonly id: string;
  /** True when files other than results differ from the commit: the figures cannot be reproduced from it alone. */
  readonly dirty: boolean;
}

export function describeMachine(): Machine {
  const list = cpus();
  return {
    cpu: list[0]?.model.trim() ?? "unknown",
    cores: list.length,
    memoryBytes: totalmem(),
    platform: `${process.platform}-${process.arch}`,
    release: release(),
  };
}

/** A short name of the machine for file names: `amd-epyc-2c`. */
export function machineSlug(machine: Machine): string {
  const cpu = machine.cpu
    .toLowerCase()
    .replaceAll(/\((r|tm)\)|processor|cpu|@.*$/g, " ")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return `${cpu || "unknown"}-${machine.cores}c`;
}

/** Load average of the last minute. */
export function currentLoad(): number {
  return loadavg()[0] ?? 0;
}

/** The commit of the tree, or undefined outside git. Only reads: takes no locks and refreshes no index. */
export function describeCommit(root: string): Commit | undefined {
  const git = (...words: string[]): string =>
    execFileSync("git", ["--no-optional-locks", ...words], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  try {
    return {
      id: git("rev-parse", "HEAD"),
      dirty: git("status", "--porcelain", "--", ".", ":!benchmarks/results") !== "",
    };
  } catch {
    return undefined;
  }
}

/** Versions of the named packages as installed in the benchmarks folder. */
export function versionsOf(packages: Iterable<string>, benchmarks: string): Record<string, string> {
  const versions: Record<string, string> = {};
  for (const name of [...new Set(packages)].toSorted()) {
    const file = join(benchmarks, "node_modules", name, "package.json");
    const found = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { version?: string }) : {};
    versions[name] = found.version ?? "not installed";
  }
  return versions;
}

/** Which of the house's own packages have no build, or a build older than their sources. */
export function describeBuilds(packages: Iterable<string>, benchmarks: string): { missing: string[]; stale: string[] } {
  const missing: string[] = [];
  const stale: string[] = [];
  for (const name of new Set(packages)) {
    if (!name.startsWith("@watt/")) continue;
    const folder = join(benchmarks, "node_modules", name);
    const built = newest(join(folder, "dist"));
    if (built === 0) missing.push(name);
    else if (newest(join(folder, "src")) > built) stale.push(name);
  }
  return { missing, stale };
}

/** Time of the newest file below the folder; 0 when there is none. */
function newest(folder: string): number {
  if (!existsSync(folder)) return 0;
  let time = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) time = Math.max(time, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return time;
}
