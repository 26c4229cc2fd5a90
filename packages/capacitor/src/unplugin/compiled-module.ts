import { isWattError } from "@watt/electron";
import { basename } from "node:path";
import { locateRoutes } from "../cli/locate-routes.ts";
import { compileExported } from "../compile/compile-exported.ts";
import { exportedRoutes } from "../compile/exported-routes.ts";
import { withValues } from "../compile/with-values.ts";
import { pluginError } from "../errors.ts";
import type { LoadModule } from "./load-module.ts";

/** Options of the plugin. */
export interface CapacitorPluginOptions {
  /** Whether modules hold code that walks the table; see `CompileOptions`. */
  readonly code?: boolean;
  /** The export that has the routes. @defaultValue default, router, routes, or the only one that fits */
  readonly export?: string;
}

/** The module of a file's routes. */
export interface CompiledModule {
  readonly code: string;
  /** What is to be said of it. */
  readonly warnings: readonly string[];
}

/** The end of an import that asks for compiled routes. */
export const QUERY: RegExp = /\?compiled$/;

/**
 * Compiles the routes of a file to a module in the place of `file?compiled`, which imports the values from there.
 *
 * @param watch is told the files that the module depends on, also when it throws.
 * @throws WATT_CAPACITOR_ROUTES_FILE; what `compile` throws.
 */
export async function compiledModule(
  file: string,
  load: LoadModule,
  options: CapacitorPluginOptions,
  watch: (file: string) => void,
): Promise<CompiledModule> {
  watch(file);
  try {
    const exported = await exportedRoutes(await load(file, watch), options.export, file, "the option export");
    const located = { ...exported, routes: locateRoutes(exported.routes, file) };
    const { code, leftOut } = compileExported(located, options.code);
    const warning = `Routes without a value are left out: ${leftOut.join(", ")}`;
    return {
      code: withValues(code, { ...exported, from: `./${basename(file)}` }),
      warnings: leftOut.length === 0 ? [] : [warning],
    };
  } catch (error) {
    // What is wrong with a route says so, whether the router noticed it or the compiler.
    if (isWattError(error)) throw error;
    const problem = error instanceof Error ? error.message : String(error);
    throw pluginError("WATT_CAPACITOR_ROUTES_FILE", { file, problem }, { cause: error });
  }
}
