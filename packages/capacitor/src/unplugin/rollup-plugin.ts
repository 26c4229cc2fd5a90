import { dirname } from "node:path";
import { pluginError } from "../errors.ts";
import type { Esbuild, Rolldown, RollupContext, RollupPlugin, RollupSource, Vite, ViteConfig } from "./bundlers.ts";
import { type CapacitorPluginOptions, compiledModule, QUERY } from "./compiled-module.ts";
import {
  esbuildLoader,
  type LoadModule,
  loadNatively,
  projectPackage,
  rolldownLoader,
  viteLoader,
} from "./load-module.ts";

/** The plugin for Rollup, Rolldown and Vite. */
export function rollupPlugin(options: CapacitorPluginOptions = {}): RollupPlugin {
  let vite: ViteConfig | undefined;
  return {
    name: "capacitor",
    enforce: "pre",
    configResolved(config: ViteConfig): void {
      vite = config;
    },
    resolveId: {
      filter: { id: QUERY },
      async handler(this: RollupContext, source: string, importer: string | undefined): Promise<string | null> {
        if (!QUERY.test(source)) return null;
        const file = source.replace(QUERY, "");
        const found = await this.resolve(file, importer);
        if (found === null) return null;
        if (found.external) throw pluginError("WATT_CAPACITOR_ROUTES_FILE", { file, problem: "it is external" });
        return `${found.id}?compiled`;
      },
    },
    load: {
      filter: { id: QUERY },
      async handler(this: RollupContext, id: string): Promise<RollupSource | null> {
        if (!QUERY.test(id)) return null;
        const file = id.replace(QUERY, "");
        const load = await loaderFor(file, vite);
        const { code, warnings } = await compiledModule(file, load, options, (path) => this.addWatchFile(path));
        for (const warning of warnings) this.warn(warning);
        return { code, map: { mappings: "" }, moduleType: "js" };
      },
    },
  };
}

async function loaderFor(file: string, config: ViteConfig | undefined): Promise<LoadModule> {
  const vite = config && (await projectPackage<Vite>("vite", config.root));
  if (config !== undefined && typeof vite?.runnerImport === "function") return viteLoader(vite, config);
  const folder = dirname(file);
  const esbuild = await projectPackage<Esbuild>("esbuild", folder);
  if (esbuild !== undefined) return esbuildLoader(esbuild);
  const rolldown = await projectPackage<Rolldown>("rolldown", folder);
  return rolldown === undefined ? loadNatively : rolldownLoader(rolldown);
}
