// What must hold in every runtime. Runs on the built package; a row of a table is all that a part adds.
import * as electron from "@watt/electron";
import * as locked from "@watt/electron/locked";
import * as threads from "@watt/electron/threads";
import { Arena, type KernelExecutor, kernelExecutor } from "@watt/electron";
import { localChecks } from "./local-checks.ts";
import { type Check, codeOf, sharedChecks } from "./shared-checks.ts";

/** What `selfCheck` found. */
export interface Report {
  /** What this runtime runs the kernels with when nobody chooses. */
  readonly executor: KernelExecutor;
  /** Whether there is a SharedArrayBuffer. */
  readonly shared: boolean;
  /** Whether this build has checked mode. */
  readonly checked: boolean;
  /** What the package's three entries export. */
  readonly exports: readonly string[];
  /** Names of the rows that hold. */
  readonly passed: readonly string[];
  /** Name of a row that does not hold: what happened. */
  readonly failed: readonly string[];
}

export const checks: Readonly<Record<string, Check>> = { ...localChecks, ...sharedChecks };

/** Runs every check. Never throws. */
export async function selfCheck(): Promise<Report> {
  const passed: string[] = [];
  const failed: string[] = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      if (await check()) passed.push(name);
      else failed.push(`${name}: it does not`);
    } catch (error) {
      failed.push(`${name}: ${String(error)}`);
    }
  }
  return {
    executor: kernelExecutor(),
    shared: typeof SharedArrayBuffer === "function",
    checked: noticesStaleMarks(),
    exports: exportedNames(),
    passed,
    failed,
  };
}

/** The names that the package's three entries export; of the sources in a test, of a build in a program. */
export function exportedNames(): readonly string[] {
  const names = [...Object.keys(electron), ...Object.keys(threads), ...Object.keys(locked)];
  // Bundlers add a "default" to what they take from CJS.
  return names.filter((name) => name !== "default").sort();
}

// A mark that the arena has grown past again: without checked mode it looks like any other.
function noticesStaleMarks(): boolean {
  const arena = new Arena({ bytes: 1024 });
  const bottom = arena.mark();
  arena.alloc(64, 8);
  const stale = arena.mark();
  arena.release(bottom);
  arena.alloc(128, 8);
  return codeOf(() => arena.release(stale)) === "WATT_ELECTRON_MARK";
}
