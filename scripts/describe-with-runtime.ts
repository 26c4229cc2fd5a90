import { describe } from "vitest";
import { findRuntime, type RuntimeName } from "./runtimes.ts";

/**
 * A suite that needs a runtime's binary, which it is given. Without one its tests are reported as skipped, with the
 * reason in their name, never as passed.
 */
export function describeWithRuntime(runtime: RuntimeName, name: string, suite: (path: string) => void): void {
  const found = findRuntime(runtime);
  if (found.path === undefined) describe.skip(`${name} [skipped: ${found.reason}]`, () => suite(""));
  else describe(name, () => suite(found.path));
}
