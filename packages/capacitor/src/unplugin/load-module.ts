import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Esbuild, EsbuildOptions, Rolldown, Vite, ViteConfig } from "./bundlers.ts";

/** What a module exports. */
export type LoadedModule = Readonly<Record<string, unknown>>;

/**
 * Runs a file of the project, with what it imports, anew each time.
 *
 * @param watch is told the files that it imports, without packages; where it can be, before they are run.
 */
export type LoadModule = (file: string, watch: (file: string) => void) => Promise<LoadedModule>;

// Neither relative nor absolute, on Windows neither.
const PACKAGE = /^(?!\.{0,2}[\\/]|[A-Za-z]:[\\/])/;

let count = 0;

/** A package as the project has it, or `undefined` when it has none. */
export async function projectPackage<Package>(name: string, folder: string): Promise<Package | undefined> {
  try {
    const path = createRequire(join(folder, "package.json")).resolve(name);
    return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Package;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "MODULE_NOT_FOUND" || code === "ERR_PACKAGE_PATH_NOT_EXPORTED") return undefined;
    throw error;
  }
}

/** By Vite itself: with the aliases of the project. */
export function viteLoader({ runnerImport }: Vite, { root, resolve: resolution }: ViteConfig): LoadModule {
  return async (file, watch) => {
    const { alias } = resolution;
    const { module, dependencies } = await runnerImport(file, { root, logLevel: "silent", resolve: { alias } });
    dependencies.forEach(watch);
    return module;
  };
}

/** As the runtime imports it. Only the file itself is read anew. */
export async function loadNatively(file: string): Promise<LoadedModule> {
  const url = pathToFileURL(file);
  url.searchParams.set("compiled", String(count++));
  return (await import(/* @vite-ignore */ url.href)) as LoadedModule;
}

/** By esbuild, in memory: any TypeScript, and imports as bundlers allow them. Packages stay imports. */
export function esbuildLoader(esbuild: Esbuild, given: EsbuildOptions = {}): LoadModule {
  return async (file, watch) => {
    const { absWorkingDir = dirname(file) } = given;
    // Not written. Some loaders ask for it, and add files beside it.
    const outfile = `${file}.mjs`;
    const { outputFiles, metafile } = await esbuild.build({
      ...given,
      absWorkingDir,
      entryPoints: [file],
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "external",
      sourcemap: "inline",
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    for (const input of Object.keys(metafile.inputs)) watch(resolve(absWorkingDir, input));
    const { text = "" } = outputFiles.find(({ path }) => path === outfile) ?? {};
    return run(text, dirname(file));
  };
}

/** By Rolldown, in memory, as by esbuild. */
export function rolldownLoader({ rolldown }: Rolldown): LoadModule {
  return async (file, watch) => {
    const bundle = await rolldown({ input: file, platform: "node", external: PACKAGE, logLevel: "silent" });
    try {
      const { output } = await bundle.generate({ format: "esm", sourcemap: "inline", codeSplitting: false });
      // Not the modules of the output: what was a constant is no module of its own there.
      (await bundle.watchFiles).forEach(watch);
      return await run(output[0].code, dirname(file));
    } finally {
      await bundle.close();
    }
  };
}

// Runs that want stacks in terms of the sources, and whether others did before.
let mapping = 0;
let isMapped = false;

// Why a file, and there: what is imported from packages is then what the source would import.
async function run(code: string, folder: string): Promise<LoadedModule> {
  const file = join(folder, `.capacitor-${process.pid}-${count++}.mjs`);
  if (mapping++ === 0) isMapped = process.sourceMapsEnabled;
  try {
    writeFileSync(file, code);
    // So that messages say where routes are in the sources. Not every runtime has it.
    process.setSourceMapsEnabled?.(true);
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as LoadedModule;
  } finally {
    if (--mapping === 0) process.setSourceMapsEnabled?.(isMapped);
    rmSync(file, { force: true });
  }
}
