export { createRouter, href } from "../src/index.ts";
import { isWattError } from "@watt/electron";
import { loadRouter, type RouteValue } from "../src/compiled/index.ts";
import { compile } from "../src/compile/compile.ts";
import type { CapacitorErrorCode, ExecutorName, RouteLookup, Router } from "../src/index.ts";

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

type Load = typeof loadRouter;
type CreateCompiled = <T>(values: readonly RouteValue<T>[], options?: Parameters<Load>[2]) => RouteLookup<T>;

/** The function that a compiled module exports, without a file: its import and its export are all that is taken out. */
export function evaluateModule(code: string): CreateCompiled {
  const body = code.replace(/^import \{ loadRouter \} from .*;$/m, "").replace("export function", "return function");
  // oxlint-disable-next-line no-new-func -- what is tested is a text
  return (new Function("loadRouter", body) as (load: Load) => CreateCompiled)(loadRouter);
}

/** The routes of a router, compiled to a module, and walked by `executor`. */
export function compiled<T>(router: Router<T>, executor: ExecutorName): RouteLookup<T> {
  const { code } = compile(router, { code: executor === "code" });
  return evaluateModule(code)(router.routes(), { executor });
}
