import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Suite } from "./api.ts";

/** Every suite by name; a suite's module and its engines are loaded only where they are used. */
export const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  floor: async () => (await import("./floor/index.ts")).floor,
  route: async () => (await import("./route/index.ts")).route,
  routers: async () => (await import("./routers/index.ts")).routers,
  executors: async () => (await import("./executors/index.ts")).executors,
  render: async () => (await import("./render/index.ts")).render,
  request: async () => (await import("./request/index.ts")).request,
  queue: async () => (await import("./queue/index.ts")).queue,
  padding: async () => (await import("./padding/index.ts")).padding,
  bytes: async () => (await import("./bytes/index.ts")).bytes,
  scan: async () => (await import("./scan/index.ts")).scan,
  arena: async () => (await import("./arena/index.ts")).arena,
  hash: async () => (await import("./hash/index.ts")).hash,
  trees: async () => (await import("./trees/index.ts")).trees,
  cache: async () => (await import("./cache/index.ts")).cache,
  store: async () => (await import("./store/index.ts")).store,
  "store-held": async () => (await import("./store/index.ts")).storeHeld,
};

/** The suite of that name, or the export `suite` of a file that ends in `.ts`; throws when there is none. */
export async function loadSuite(name: string): Promise<Suite> {
  if (name.endsWith(".ts")) {
    const module = (await import(pathToFileURL(resolve(name)).href)) as { readonly suite?: Suite };
    if (module.suite === undefined) throw new Error(`${name} does not export "suite".`);
    return module.suite;
  }
  const load = suites[name];
  if (load === undefined) {
    throw new Error(`There is no suite "${name}". The suites are: ${Object.keys(suites).join(", ")}, or a file.ts.`);
  }
  return load();
}
