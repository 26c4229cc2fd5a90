import { build, transform } from "esbuild";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { capacitor, type CapacitorPluginOptions } from "../../src/unplugin/index.ts";
import type { App } from "./app.ts";

// Bundlers that this package does not depend on, as the test runner and the build have them.
const PACKAGE = join(import.meta.dirname, "../..");
const ofTests = createRequire(import.meta.url);
const ofVitest = createRequire(ofTests.resolve("vitest/package.json"));
const ofTsup = createRequire(ofTests.resolve("tsup/package.json"));
const ofVite = createRequire(ofVitest.resolve("vite/package.json"));

const FOLDERS = {
  "@watt/capacitor": PACKAGE,
  "@watt/electron": join(PACKAGE, "node_modules/@watt/electron"),
  esbuild: dirname(ofTests.resolve("esbuild/package.json")),
  rolldown: dirname(ofVite.resolve("rolldown/package.json")),
  rollup: dirname(ofTsup.resolve("rollup/package.json")),
  vite: dirname(ofVitest.resolve("vite/package.json")),
};

export type PackageName = keyof typeof FOLDERS;
export type BundlerName = "esbuild" | "rolldown" | "rollup" | "vite";

/** Where a package is installed. */
export function folderOf(name: PackageName): string {
  return FOLDERS[name];
}

/** How `src/main.ts` is built. */
export interface BuildOptions {
  readonly plugin?: CapacitorPluginOptions;
  /** For esbuild. */
  readonly minify?: boolean;
  /** For esbuild. */
  readonly external?: readonly string[];
  /** For esbuild and Vite. */
  readonly alias?: Readonly<Record<string, string>>;
}

/** What a build tells. */
export interface Built {
  readonly warnings: readonly string[];
  /** By Rollup and Rolldown. */
  readonly watchFiles: readonly string[];
  /** By esbuild. */
  readonly inputs: readonly string[];
}

interface Bundle {
  readonly watchFiles: readonly string[] | Promise<readonly string[]>;
  write(options: object): Promise<unknown>;
}

interface Vite {
  build(options: object): Promise<unknown>;
}

type Bundler = Readonly<Record<string, (options: object) => Promise<Bundle>>>;

const NOTHING: Built = { warnings: [], watchFiles: [], inputs: [] };

/** Makes `out/main.js` of `src/main.ts`, with a source map. */
export const BUILDS: Readonly<Record<BundlerName, (app: App, options?: BuildOptions) => Promise<Built>>> = {
  esbuild: byEsbuild,
  rollup: (app, options) => byRollup("rollup", app, options),
  rolldown: (app, options) => byRollup("rolldown", app, options),
  vite: byVite,
};

async function byEsbuild({ folder }: App, options: BuildOptions = {}): Promise<Built> {
  const { plugin, minify = false, alias = {}, external = [] } = options;
  const { warnings, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: ["src/main.ts"],
    outfile: "out/main.js",
    bundle: true,
    minify,
    alias: { ...alias },
    external: [...external],
    metafile: true,
    format: "esm",
    target: "es2023",
    sourcemap: true,
    conditions: ["@watt/source"],
    logLevel: "silent",
    plugins: [capacitor.esbuild(plugin)],
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return { ...NOTHING, warnings: warnings.map(({ text }) => text), inputs };
}

async function byVite({ folder }: App, { plugin, alias = {} }: BuildOptions = {}): Promise<Built> {
  const warnings: string[] = [];
  const { build } = await vite<Vite>();
  await build({
    root: folder,
    configFile: false,
    logLevel: "warn",
    customLogger: loggerTo(warnings),
    resolve: { conditions: ["@watt/source"], alias },
    plugins: [capacitor(plugin)],
    build: {
      lib: { entry: "src/main.ts", formats: ["es"], fileName: "main" },
      outDir: "out",
      sourcemap: true,
      minify: false,
    },
  });
  return { ...NOTHING, warnings };
}

async function byRollup(name: "rollup" | "rolldown", { folder }: App, { plugin }: BuildOptions = {}): Promise<Built> {
  const warnings: string[] = [];
  const path = createRequire(join(FOLDERS[name], "package.json")).resolve(name);
  const module = (await import(path)) as Bundler;
  const bundle = (await module[name]?.({
    ...(name === "rolldown" && { cwd: folder }),
    input: join(folder, "src/main.ts"),
    // Packages stay imports.
    external: /^@watt\/[^?]+$/,
    onLog: (_: unknown, { message }: { message: string }) => warnings.push(message),
    plugins: name === "rollup" ? [typescript(folder), capacitor(plugin)] : [capacitor(plugin)],
  })) as Bundle;
  await bundle.write({ file: join(folder, "out/main.js"), format: "esm", sourcemap: true });
  return { ...NOTHING, warnings, watchFiles: await bundle.watchFiles };
}

/** Vite. */
export async function vite<Module>(): Promise<Module> {
  return (await import(ofVitest.resolve("vite"))) as Module;
}

// What Rollup needs for TypeScript.
function typescript(folder: string): object {
  return {
    name: "typescript",
    resolveId: (source: string) => (/^\.\/\w+$/.test(source) ? join(folder, "src", `${source}.ts`) : null),
    async transform(code: string, id: string): Promise<{ code: string; map: null } | null> {
      return id.endsWith(".ts") ? { code: (await transform(code, { loader: "ts" })).code, map: null } : null;
    },
  };
}

function loggerTo(warnings: string[]): object {
  const warn = (text: string): void => void warnings.push(text);
  const [info, clearScreen] = [(): void => {}, (): void => {}];
  return { info, clearScreen, warn, warnOnce: warn, error: warn, hasErrorLogged: () => false, hasWarned: false };
}
