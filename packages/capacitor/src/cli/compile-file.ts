import { isWattError } from "@watt/electron";
import { writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { compileExported } from "../compile/compile-exported.ts";
import type { Compiled } from "../compile/compile.ts";
import { type ExportedRoutes, LoadError } from "../compile/exported-routes.ts";
import { renderTypes, type ValuesSource, withValues } from "../compile/with-values.ts";
import { loadRouter } from "../compiled/load-router.ts";
import { type CommandIo, FAILURE, MISUSE } from "./check-file.ts";
import { loadRoutes } from "./load-routes.ts";

/** Options of `capacitor compile`; see its usage. */
export interface CompileFileOptions {
  /** Of the export. */
  readonly name: string | undefined;
  readonly out: string | undefined;
  readonly image: string | undefined;
  readonly code: boolean | undefined;
  readonly values: string | undefined;
  readonly verbose: boolean | undefined;
}

/** What is to be written: path → contents. */
type Files = ReadonlyMap<string, string | Uint8Array>;

/** Compiles the routes of a file, and writes what comes of it. Answers the exit code. */
export async function compileFile(file: string, options: CompileFileOptions, io: CommandIo): Promise<number> {
  const { name, image } = options;
  const out = options.out ?? (image === undefined ? besideOf(file) : undefined);
  const fail = (code: number, message: string): number => {
    io.err(`capacitor: ${message}\n`);
    return code;
  };
  const wrong = problemOf(file, options, out);
  if (wrong !== undefined) return fail(MISUSE, wrong);
  try {
    const loaded = await loadRoutes(file, name);
    if ("refused" in loaded) return fail(FAILURE, loaded.refused.message);
    const compiled = compiledOf(loaded, options.code);
    if (typeof compiled === "string") return fail(FAILURE, compiled);
    const files = filesOf(compiled, valuesOf(loaded, options), out, image);
    for (const [path, contents] of files) writeFileSync(path, contents);
    io.out(summaryOf(compiled, files));
    return 0;
  } catch (error) {
    const { code, message, cause } = error as { code?: string; message: string; cause?: unknown };
    // From loading, or from the file system.
    if (!(error instanceof LoadError) && code === undefined) throw error;
    fail(MISUSE, message);
    if (options.verbose && cause instanceof Error) io.err(`${cause.stack}\n`);
    return MISUSE;
  }
}

function besideOf(file: string): string {
  return join(dirname(file), `${basename(file, extname(file))}.compiled.js`);
}

function problemOf(file: string, options: CompileFileOptions, out: string | undefined): string | undefined {
  const { image, code, values } = options;
  if (out !== undefined && !/\.m?js$/.test(out)) return `--out takes a .js or .mjs file, not ${out}`;
  if (out === undefined && (code ?? values) !== undefined) return "--code and --values are for the module: add --out";
  const same = [out, image].find((path) => path !== undefined && resolve(path) === resolve(file));
  if (same !== undefined) return `${same} would take the place of the routes`;
  return out !== undefined && image !== undefined && resolve(out) === resolve(image)
    ? "--out and --image are the same file"
    : undefined;
}

// What is wrong with the routes, as text.
function compiledOf(loaded: ExportedRoutes, code: boolean | undefined): Compiled | string {
  try {
    return compileExported(loaded, code);
  } catch (error) {
    if (error instanceof LoadError || isWattError(error)) return error.message;
    throw error;
  }
}

function valuesOf({ name, expression }: ExportedRoutes, { values }: CompileFileOptions): ValuesSource | undefined {
  return values === undefined ? undefined : { from: values, name, expression };
}

function filesOf(
  compiled: Compiled,
  values: ValuesSource | undefined,
  out: string | undefined,
  image: string | undefined,
): Files {
  const files = new Map<string, string | Uint8Array>();
  const { code, routes } = compiled;
  if (out !== undefined) {
    files.set(out, values === undefined ? code : withValues(code, values));
    files.set(out.replace(/\.(m?)js$/, ".d.$1ts"), renderTypes(routes, values));
  }
  if (image !== undefined) files.set(image, compiled.image);
  return files;
}

function summaryOf({ image, routes, leftOut }: Compiled, files: Files): string {
  const { static: fixed, dynamic } = loadRouter(image, () => undefined).stats();
  const lines = [`${routes} route${routes === 1 ? "" : "s"} compiled: ${fixed} static, ${dynamic} dynamic`];
  for (const [path, contents] of files) {
    lines.push(`${path}  ${Buffer.byteLength(contents).toLocaleString("en")} bytes`);
  }
  if (leftOut.length > 0) lines.push(`left out, without a value: ${leftOut.join(", ")}`);
  return `${lines.join("\n")}\n`;
}
