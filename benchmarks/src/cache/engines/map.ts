import type { TaskEngine } from "../../api.ts";
import type { CacheEngine } from "../cache-engine.ts";
import type { CacheCase } from "../cases.ts";
import { useCache } from "../use-cache.ts";

export const engine: CacheEngine = {
  create: ({ threads }) => (threads > 1 ? { cannot: "a Map is seen by one thread" } : undefined),
  attach: () => new Map<string, Uint8Array>(),
};

export const task: TaskEngine<CacheCase> = useCache(engine, import.meta.url);
