import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const LIMIT_MS = 600_000;

/** A commit checked out beside the tree, installed and built. */
export interface Worktree {
  readonly root: string;
  readonly commit: string;
  /** Removes it, in git's eyes as well. */
  remove(): void;
}

/** The commit that a ref names. */
export function resolveRef(root: string, ref: string): string {
  return run(root, root, "git", ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`], "pipe");
}

/**
 * Checks the commit out into the temporary folder and makes it ready. Its benchmarks folder gets this tree's cases and
 * adapters, so that the same code measures both sides.
 */
export function addWorktree(root: string, commit: string, packages: readonly string[]): Worktree {
  const folder = mkdtempSync(join(tmpdir(), "watt-compare-"));
  const tree = join(folder, "tree");
  const remove = (): void => {
    spawnSync("git", ["worktree", "remove", "--force", tree], { cwd: root, stdio: "ignore" });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    run(root, root, "git", ["worktree", "add", "--detach", "--quiet", tree, commit]);
    for (const part of ["src", "data"]) {
      const copy = join(tree, "benchmarks", part);
      rmSync(copy, { recursive: true, force: true });
      cpSync(join(root, "benchmarks", part), copy, { recursive: true });
    }
    run(root, tree, "pnpm", ["install", "--frozen-lockfile", "--prefer-offline"]);
    buildPackages(root, tree, packages);
  } catch (error) {
    remove();
    throw error;
  }
  return { root: tree, commit, remove };
}

/** Builds the packages of a tree, and what they depend on, with that tree's own tools. */
export function buildPackages(root: string, tree: string, packages: readonly string[]): void {
  run(root, tree, join(tree, "node_modules/.bin/turbo"), [
    "run",
    "build",
    ...packages.map((name) => `--filter=${name}...`),
  ]);
}

/** Runs a command in a tree; what it prints goes to the error output. @throws when it fails or takes too long */
function run(
  root: string,
  cwd: string,
  command: string,
  words: readonly string[],
  output: "pipe" | "show" = "show",
): string {
  const path = [join(cwd, "node_modules/.bin"), join(root, "node_modules/.bin"), process.env["PATH"] ?? ""];
  const done = spawnSync(command, [...words], {
    cwd,
    encoding: "utf8",
    timeout: LIMIT_MS,
    env: { ...process.env, PATH: path.join(delimiter), TURBO_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", output === "pipe" ? "pipe" : 2, 2],
  });
  if (done.error) throw done.error;
  if (done.status !== 0)
    throw new Error(`"${command} ${words.join(" ")}" failed with ${done.signal ?? `code ${done.status}`}`);
  return (done.stdout ?? "").trim();
}
