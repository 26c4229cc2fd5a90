import { describe } from "vitest";
import { findChromium } from "./chromium.ts";

/**
 * A suite that needs a real Chromium. Without one its tests are reported as skipped, with the reason in their name,
 * never as passed.
 */
export function describeWithChromium(name: string, suite: () => void): void {
  const found = findChromium();
  if (found.path === undefined) describe.skip(`${name} [skipped: ${found.reason}]`, suite);
  else describe(name, suite);
}
