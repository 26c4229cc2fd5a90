export type {
  EsbuildBuild,
  EsbuildImport,
  EsbuildMessage,
  EsbuildOptions,
  EsbuildPlugin,
  EsbuildResolution,
  EsbuildSource,
  Hook,
  RollupContext,
  RollupPlugin,
  RollupSource,
  ViteConfig,
} from "./bundlers.ts";
export { capacitor, type Capacitor } from "./capacitor.ts";
export type { CapacitorPluginOptions } from "./compiled-module.ts";
