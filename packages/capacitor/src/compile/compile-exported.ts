import { type Compiled, compile } from "./compile.ts";
import { type ExportedRoutes, LoadError } from "./exported-routes.ts";

/**
 * Compiles the routes that a module exports.
 *
 * @param code see `CompileOptions`.
 * @throws what `compile` throws; LoadError when all routes would be left out.
 */
export function compileExported({ routes, options }: ExportedRoutes, code: boolean | undefined): Compiled {
  const compiled = compile(routes, code === undefined ? options : { ...options, code });
  if (compiled.routes === 0 && compiled.leftOut.length > 0) {
    throw new LoadError("no route has a value, and those without are left out: give them any, such as true");
  }
  return compiled;
}
