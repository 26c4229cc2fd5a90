import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import ts from "typescript";
import { instrument } from "./instrument.ts";
import { sharedGlobals } from "./globals.ts";

/** One replacement in the text of one shipped file. */
export interface Mutation {
  /** From the package's folder. @defaultValue the file that is loaded */
  readonly file?: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

export interface LoadOptions {
  readonly mutations?: readonly Mutation[];
  /** Loads what the development build has. @defaultValue false */
  readonly checked?: boolean;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const texts = new Map<string, string>();

/**
 * Loads a source file of the package, and what it imports, to run under the explorer.
 *
 * @param file - from the package's folder, as `src/shared/mutex.ts`.
 * @throws when a mutation's text does not stand in its file exactly once.
 */
export function load<T>(file: string, { mutations = [], checked = false }: LoadOptions = {}): T {
  const globals = { ...sharedGlobals, __WATT_CHECKED__: checked };
  const modules = new Map<string, Record<string, unknown>>();
  const open = mutations.map((mutation) => ({ file, ...mutation }));
  const require = (path: string): Record<string, unknown> => {
    const known = modules.get(path);
    if (known !== undefined) return known;
    const exports: Record<string, unknown> = {};
    modules.set(path, exports);
    const own = open.filter((mutation) => mutation.file === path);
    const code = own.length === 0 ? compiled(path) : compile(path, own.reduce(mutate, read(path)));
    const names = Object.keys(globals);
    const run = compileFunction(code, ["exports", "require", ...names], { filename: join(root, path) });
    run(exports, (to: string) => require(join(dirname(path), to)), ...Object.values(globals));
    return exports;
  };
  const result = require(file) as T;
  const missing = open.find((mutation) => !modules.has(mutation.file));
  if (missing !== undefined) throw new Error(`${file} does not import ${missing.file}`);
  return result;
}

/** Loads a shipped file with one replacement. */
export function loadMutant<T>(file: string, find: string, replace: string): T {
  return load<T>(file, { mutations: [{ find, replace }] });
}

function mutate(text: string, { file, find, replace }: Mutation): string {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`${parts.length - 1} times in ${file}: ${find}`);
  return parts.join(replace);
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function compiled(path: string): string {
  const known = texts.get(path) ?? compile(path, read(path));
  texts.set(path, known);
  return known;
}

function compile(path: string, text: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(instrument(path, text), {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2023,
      allowImportingTsExtensions: true,
    },
  });
  const [wrong] = diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error);
  if (wrong !== undefined) throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(wrong.messageText, "\n")}`);
  return outputText;
}
