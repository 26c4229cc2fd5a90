export { createRouter, href } from "../src/index.ts";
import { isWattError } from "@watt/electron";
import type { CapacitorErrorCode, ExecutorName } from "../src/index.ts";

/** All of what finds dynamic routes. */
export const EXECUTORS: readonly ExecutorName[] = ["walker", "wasm", "code"];

type Suffix<Code extends string> = Code extends `WATT_CAPACITOR_${infer Name}` ? Name : never;

/** The error of a code, for `toThrow`, which compares the message; its head is the code. */
export function isWattErrorOf(name: Suffix<CapacitorErrorCode>): RegExp {
  return new RegExp(`^WATT_CAPACITOR_${name}: `);
}

/** What `run` throws, which must be one of the package's errors. */
export function errorOf(run: () => unknown): {
  code: string;
  details: Readonly<Record<string, unknown>>;
  message: string;
} {
  try {
    run();
  } catch (error) {
    if (isWattError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
