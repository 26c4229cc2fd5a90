import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { workspacePackages } from "./pack.ts";

/** One row of a package's error table. */
export interface ErrorRow {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly status?: number;
}

/** A package and the errors it can throw, by code. */
export interface ErrorTable {
  /** Folder name, `electron`. */
  readonly id: string;
  /** Package name, `@watt/electron`. */
  readonly name: string;
  readonly rows: readonly ErrorRow[];
}

/** A code that a source file mentions. */
export interface CodeUse {
  readonly code: string;
  /** Path from the package's folder. */
  readonly file: string;
}

/** Reads `<id>Errors` of every package's src/errors.ts, and `<id>DevErrors` where there are such. Runs under the condition `@watt/source`. */
export async function errorTables(): Promise<ErrorTable[]> {
  const tables: ErrorTable[] = [];
  for (const { id, folder, manifest } of workspacePackages()) {
    const file = join(folder, "src", "errors.ts");
    if (!existsSync(file)) continue;
    const module = (await import(pathToFileURL(file).href)) as Record<string, Record<string, Omit<ErrorRow, "code">>>;
    const table = module[`${id}Errors`];
    if (table === undefined) throw new Error(`packages/${id}/src/errors.ts does not export ${id}Errors`);
    const all = { ...table, ...(await devErrors(id, folder)) };
    const rows = Object.entries(all).map(([code, row]) => ({ code, ...row }));
    tables.push({ id, name: manifest.name, rows: rows.sort((a, b) => (a.code < b.code ? -1 : 1)) });
  }
  return tables;
}

/** `<id>DevErrors` of src/dev/errors.ts: what production carries nothing of. */
async function devErrors(id: string, folder: string): Promise<Record<string, Omit<ErrorRow, "code">>> {
  const file = join(folder, "src", "dev", "errors.ts");
  if (!existsSync(file)) return {};
  const module = (await import(pathToFileURL(file).href)) as Record<string, Record<string, Omit<ErrorRow, "code">>>;
  return module[`${id}DevErrors`] ?? {};
}

/** Every `WATT_…` code in the sources of a package, but for the table itself. */
export function codesInSources(id: string): CodeUse[] {
  const folder = join(import.meta.dirname, "..", "packages", id);
  return readdirSync(join(folder, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) => {
      const code = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
      // In a table's own file only what is thrown counts.
      const isTable = /^src.(dev.)?errors\.ts$/.test(relative(folder, path));
      const use = isTable ? /(?<=Error\(")WATT_[A-Z][A-Z0-9_]*(?=")/g : /(?<=["'`])WATT_[A-Z][A-Z0-9_]*(?=["'`])/g;
      const codes = code.match(use) ?? [];
      return codes.map((code) => ({ code, file: relative(folder, path) }));
    });
}
