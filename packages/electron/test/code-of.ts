import fc from "fast-check";
import { isWattError } from "../src/index.ts";

// Otherwise `maxLength: 600` makes lists of at most 10.
fc.configureGlobal({ defaultSizeToMaxWhenMaxSpecified: true });

/** The code of the `WattError` that `run` throws; "nothing" when it does not throw. */
export function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isWattError(error)) return error.code;
    throw error;
  }
  return "nothing";
}

/** How many cases a property runs. */
export function runs(small: number, big: number): { numRuns: number; seed: number } {
  return { numRuns: process.env["WATT_FULL"] === "1" ? big : small, seed: Number(process.env["WATT_SEED"] ?? 1) };
}
