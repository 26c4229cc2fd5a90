export type { EsbuildPlugin, RollupPlugin } from "./bundlers.ts";
export { capacitor, type Capacitor } from "./capacitor.ts";
export type { CapacitorPluginOptions } from "./compiled-module.ts";
