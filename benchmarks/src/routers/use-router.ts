import type { TaskEngine } from "../api.ts";
import { collectGarbage } from "../frame/collect-garbage.ts";
import { FreshText } from "../frame/fresh-text.ts";
import { createRandom } from "../frame/random.ts";
import type { TableRoute } from "../route/tables.ts";
import { COLD_LOOKUPS, type Prepared, prepare, type RouterCase } from "./cases.ts";

/** A router as this suite uses it. */
export interface RouterEngine {
  /** An empty router, and what registers a route. */
  create(): {
    add(route: TableRoute, store: { readonly id: number }): void;
    find(method: string, path: string): number;
  };
}

const kept: { last: unknown } = { last: undefined };
Object.assign(globalThis, { wattBenchmarkRouter: kept });

/** Routers of small tables are held several times, or what else happens in the heap would be all that is seen. */
const LEAST_ROUTES = 20_000;

/** Lookups for each route before the memory is looked at once more: what is made lazily is there then. */
const LOOKUPS_EACH = 4;

/**
 * Builds a table in a process of its own, looks up in it, and says what that took; then builds it anew, some times over, and says what
 * one holds: without the code of the router, which the first one has made the process load and compile.
 */
export function useRouter(engine: RouterEngine): TaskEngine<RouterCase> {
  return {
    run: async (benchmark, { seed }) => {
      const prepared = prepare(benchmark, createRandom(seed));
      const began = performance.now();
      const first = build(engine, prepared);
      const buildMs = performance.now() - began;
      const coldNs = lookUp(first, prepared);
      useAll(first, prepared);
      const before = held();
      const copies = Math.ceil(LEAST_ROUTES / prepared.routes.length);
      const routers = Array.from({ length: copies }, () => build(engine, prepared));
      kept.last = [first, routers];
      const built = held();
      for (const router of routers) useAll(router, prepared);
      const used = held();
      const count = copies * prepared.routes.length;
      return { buildMs, coldNs, builtBytes: (built - before) / count, usedBytes: (used - before) / count };
    },
  };
}

function useAll(router: Router, prepared: Prepared): void {
  const times = Math.ceil((LOOKUPS_EACH * prepared.routes.length) / COLD_LOOKUPS);
  for (let i = 0; i < times; i++) lookUp(router, prepared);
}

type Router = ReturnType<RouterEngine["create"]>;

// The first lookup included, since some build at it.
function build(engine: RouterEngine, { routes, stores, requests }: Prepared): Router {
  const router = engine.create();
  for (const [id, route] of routes.entries()) router.add(route, stores[id] as { id: number });
  const [{ method, path, id }] = requests as [Prepared["requests"][number]];
  if (router.find(method, path) !== id) throw new Error(`${method} ${path} did not give route ${id}`);
  return router;
}

// Mean nanoseconds of a lookup, with paths that V8 has not seen.
function lookUp(router: Router, { requests }: Prepared): number {
  const fresh = new FreshText(requests.map(({ path }) => path));
  const paths = requests.map((_, i) => fresh.text(i));
  let wrong = 0;
  const began = performance.now();
  for (let i = 0; i < requests.length; i++) {
    const { method, id } = requests[i] as Prepared["requests"][number];
    if (router.find(method, paths[i] as string) !== id) wrong++;
  }
  const ns = ((performance.now() - began) * 1e6) / requests.length;
  if (wrong > 0) throw new Error(`${wrong} of ${requests.length} lookups gave another route`);
  return ns;
}

/** Bytes in use, those outside of V8's heap included. */
function held(): number {
  for (let i = 0; i < 3; i++) collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
