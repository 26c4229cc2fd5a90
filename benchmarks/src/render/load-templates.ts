import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { BENCHMARKS } from "../frame/paths.ts";
import type { Renderers } from "./create-engine.ts";

/** Where the sources of templates are. */
export const TEMPLATES: string = join(import.meta.dirname, "templates");
/** Inside of the benchmarks, so that compiled templates find the packages that they import. */
const SCRATCH = join(BENCHMARKS, "node_modules/.cache/bench/templates");

export interface TemplateCompiler {
  /** The package whose `jsx-runtime` takes the calls that are made of JSX. */
  readonly jsxImportSource?: string;
  readonly plugins?: readonly Plugin[];
}

/** Compiles templates as a build for production would, and loads what became of them. */
export async function loadTemplates<Result = string>(
  entry: string,
  { jsxImportSource, plugins = [] }: TemplateCompiler,
): Promise<Renderers<Result>> {
  const file = join(SCRATCH, `${randomUUID()}.mjs`);
  await build({
    entryPoints: [join(TEMPLATES, entry)],
    outfile: file,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node24",
    format: "esm",
    ...(jsxImportSource !== undefined && { jsx: "automatic", jsxImportSource }),
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [...plugins],
    logLevel: "silent",
  });
  try {
    return (await import(pathToFileURL(file).href)) as Renderers<Result>;
  } finally {
    await rm(file);
  }
}
