import { createRouter, type Router } from "@watt/capacitor";
import type { OperationEngine } from "../../api.ts";
import type { RouteCase, RouteInput } from "../cases.ts";
import { type Target, tableOf } from "../tables.ts";

/** Holds the params that `run` had built, so that building them is not dead code. */
const built: { params: unknown } = { params: undefined };
Object.assign(globalThis, { wattBenchmarkParams: built });

function build(benchmark: RouteCase): Router<Target> {
  const router = createRouter<Target>();
  tableOf(benchmark.table).forEach(({ method, pattern }, id) => router.add(method, pattern, { id }));
  return router;
}

type Found = ReturnType<Router<Target>["match"]>;

function answer(result: unknown): unknown {
  const found = result as Found;
  return found ? { id: found.value.id, params: { ...found.params } } : null;
}

/** Equal work with the peers: every hit has its params object built. */
export const capacitor: OperationEngine<RouteCase, RouteInput> = {
  prepare: (benchmark) => {
    const router = build(benchmark);
    const run = ({ method, path }: RouteInput): unknown => {
      const found = router.match(method, path);
      if (found !== undefined) built.params = found.params;
      return found;
    };
    return { run, answer };
  },
};

/** What a handler that reads no param pays: the peers' rows do more than this one. */
export const capacitorUnread: OperationEngine<RouteCase, RouteInput> = {
  prepare: (benchmark) => {
    const router = build(benchmark);
    return { run: ({ method, path }) => router.match(method, path), answer };
  },
};

const OFFSETS = new Int32Array(8);

/** No object at all: the id of the route, and where its params lie. */
export const capacitorInto: OperationEngine<RouteCase, RouteInput> = {
  prepare: (benchmark) => {
    const router = build(benchmark);
    const routes = router.routes();
    return {
      run: ({ method, path }) => router.matchInto(method, path, OFFSETS),
      answer: (id, { path }) => {
        const route = routes[id as number];
        if (route === undefined) return null;
        const names = [...route.pattern.matchAll(/[:*](\w+)/g)].map(([, name]) => name as string);
        const texts = names.map((name, i) => [name, path.slice(OFFSETS[2 * i], OFFSETS[2 * i + 1])]);
        return { id: route.value.id, params: Object.fromEntries(texts) as unknown };
      },
    };
  },
};
