import { dirname, relative, sep } from "node:path";
import type { Esbuild, EsbuildMessage, EsbuildOptions, EsbuildPlugin, EsbuildSource } from "./bundlers.ts";
import { type CapacitorPluginOptions, compiledModule, QUERY } from "./compiled-module.ts";
import { esbuildLoader, type LoadModule } from "./load-module.ts";

const NAMESPACE = "capacitor";

/** The plugin for esbuild, and for what takes its plugins, such as tsup. */
export function esbuildPlugin(options: CapacitorPluginOptions = {}): EsbuildPlugin {
  return {
    name: "capacitor",
    setup(build): void {
      const { absWorkingDir = process.cwd() } = build.initialOptions;
      // Safety: that is what esbuild has there.
      const load = esbuildLoader(build.esbuild as Esbuild, readingOptions(build.initialOptions));
      build.onResolve({ filter: QUERY }, async ({ path, importer, namespace, resolveDir, kind }) => {
        const found = await build.resolve(path.replace(QUERY, ""), { importer, namespace, resolveDir, kind });
        if (found.errors.length > 0) return { errors: found.errors };
        if (found.external) return { errors: [{ text: `${path} is external: only files can be compiled` }] };
        // Why relative: it comes to stand in comments and source maps.
        const name = relative(absWorkingDir, found.path).replaceAll(sep, "/");
        return { path: name, namespace: NAMESPACE, pluginData: found.path };
      });
      build.onLoad({ filter: /^/, namespace: NAMESPACE }, ({ pluginData }) => {
        return sourceOf(pluginData as string, load, options);
      });
    },
  };
}

async function sourceOf(file: string, load: LoadModule, options: CapacitorPluginOptions): Promise<EsbuildSource> {
  const watchFiles: string[] = [];
  try {
    const { code, warnings } = await compiledModule(file, load, options, (path) => watchFiles.push(path));
    return { contents: code, loader: "js", resolveDir: dirname(file), watchFiles, warnings: warnings.map(messageOf) };
  } catch (error) {
    // Why not thrown: esbuild would not look at the files again.
    return { errors: [{ ...messageOf((error as Error).message), detail: error }], watchFiles };
  }
}

function messageOf(text: string): EsbuildMessage {
  return { text };
}

// Not those that say what becomes of them: the file is run here, in Node.
function readingOptions(options: EsbuildOptions): EsbuildOptions {
  const { absWorkingDir, alias, define, loader, nodePaths, resolveExtensions, tsconfig, tsconfigRaw } = options;
  const { jsx, jsxFactory, jsxFragment, jsxImportSource } = options;
  const all = { absWorkingDir, alias, define, loader, nodePaths, resolveExtensions, tsconfig, tsconfigRaw };
  const given = Object.entries({ ...all, jsx, jsxFactory, jsxFragment, jsxImportSource });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}
