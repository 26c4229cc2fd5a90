import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A JavaScript runtime other than Node and the browser. */
export type RuntimeName = "bun" | "deno" | "workerd";

/** How a runtime is named and where it comes from; the pinned versions stand in runtimes.json. */
export interface Runtime {
  /** The environment variable that names its binary and, when set, settles the question. */
  readonly variable: string;
  readonly version: string;
  /** Path of the binary inside of the npm package. */
  readonly binary: string;
  /** Platform, `linux-x64`, → npm package. */
  readonly packages: Readonly<Record<string, string | undefined>>;
}

/** Where a runtime is, or why there is none. */
export type FoundRuntime =
  | { readonly path: string; readonly reason?: never }
  | { readonly path?: never; readonly reason: string };

export const RUNTIMES: Readonly<Record<RuntimeName, Runtime>> = JSON.parse(
  readFileSync(join(import.meta.dirname, "runtimes.json"), "utf8"),
) as Record<RuntimeName, Runtime>;

/** Where `npm test` puts the runtimes that are not on the machine. */
export const RUNTIMES_FOLDER: string = join(import.meta.dirname, "..", "node_modules", ".cache", "watt", "runtimes");

/**
 * Looks for a runtime: its variable, then a binary on PATH, then the pinned version in RUNTIMES_FOLDER. Installs
 * nothing: `npm test` does that beforehand (see install-runtimes.ts).
 */
export function findRuntime(name: RuntimeName, installedIn: string = RUNTIMES_FOLDER): FoundRuntime {
  const runtime = RUNTIMES[name];
  const named = process.env[runtime.variable];
  if (named !== undefined && named !== "") {
    return isExecutable(named)
      ? { path: named }
      : { reason: `${runtime.variable} is ${named}, which is no executable file` };
  }
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const path = folders.map((folder) => join(folder, name)).find(isExecutable) ?? installedRuntime(runtime, installedIn);
  return path === undefined
    ? { reason: `no ${name} on this machine: run npm test, or name it in ${runtime.variable}` }
    : { path };
}

/** The npm package of a runtime for this platform, `name@version`. */
export function runtimePackage(name: RuntimeName): string | undefined {
  const { version } = RUNTIMES[name];
  const packageName = packageOf(RUNTIMES[name]);
  return packageName === undefined ? undefined : `${packageName}@${version}`;
}

function packageOf({ packages }: Runtime): string | undefined {
  return packages[`${process.platform}-${process.arch}`];
}

// Only the pinned version counts: another one is a leftover of an earlier checkout.
function installedRuntime(runtime: Runtime, installedIn: string): string | undefined {
  const packageName = packageOf(runtime);
  if (packageName === undefined) return undefined;
  const folder = join(installedIn, "node_modules", packageName);
  const path = join(folder, runtime.binary);
  if (!isExecutable(path)) return undefined;
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { readonly version: string };
  return version === runtime.version ? path : undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
