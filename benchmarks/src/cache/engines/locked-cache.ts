import { LockedCache } from "@watt/electron/locked";
import type { TaskEngine } from "../../api.ts";
import type { CacheEngine } from "../cache-engine.ts";
import { CACHE_BYTES, type CacheCase } from "../cases.ts";
import { useCache } from "../use-cache.ts";

export const engine: CacheEngine = {
  create: () => new LockedCache({ bytes: CACHE_BYTES }).memory,
  attach: (memory) => LockedCache.from(memory as SharedArrayBuffer),
};

export const task: TaskEngine<CacheCase> = useCache(engine, import.meta.url);
