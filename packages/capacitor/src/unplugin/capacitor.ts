import type { EsbuildPlugin, RollupPlugin } from "./bundlers.ts";
import type { CapacitorPluginOptions } from "./compiled-module.ts";
import { esbuildPlugin } from "./esbuild-plugin.ts";
import { rollupPlugin } from "./rollup-plugin.ts";

/** The plugin, for each bundler. */
export interface Capacitor {
  (options?: CapacitorPluginOptions): RollupPlugin;
  /** For esbuild, and for what takes its plugins, such as tsup. */
  esbuild(options?: CapacitorPluginOptions): EsbuildPlugin;
}

/**
 * A plugin for Vite, Rollup and Rolldown, and by `capacitor.esbuild` for esbuild: `import router from "./routes.ts?compiled"`
 * gives the router of the routes that the file exports, compiled at build; see `compile`.
 *
 * The file is run at build, with what it imports. Errors of routes end the build.
 *
 * @example
 * export default defineConfig({ plugins: [capacitor()] });
 */
export const capacitor: Capacitor = /* @__PURE__ */ Object.assign(rollupPlugin, { esbuild: esbuildPlugin });
