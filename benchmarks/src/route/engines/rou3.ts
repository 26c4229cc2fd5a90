import { addRoute, createRouter, findRoute, type RouterContext } from "rou3";
import { compileRouter } from "rou3/compiler";
import type { OperationEngine } from "../../api.ts";
import type { RouteCase, RouteInput } from "../cases.ts";
import { spellWildcard, type Target, tableOf } from "../tables.ts";

function build(benchmark: RouteCase): RouterContext<Target> {
  const router = createRouter<Target>();
  tableOf(benchmark.table).forEach(({ method, pattern }, id) => {
    addRoute(
      router,
      method,
      spellWildcard(pattern, (name) => `**:${name}`),
      { id },
    );
  });
  return router;
}

function answer(result: unknown): unknown {
  const found = result as ReturnType<typeof findRoute<Target>>;
  return found ? { id: found.data.id, params: { ...found.params } } : null;
}

export const rou3: OperationEngine<RouteCase, RouteInput> = {
  prepare: (benchmark) => {
    const router = build(benchmark);
    return { run: ({ method, path }) => findRoute(router, method, path), answer };
  },
};

/** Its documented fast path: the table as one generated function. */
export const rou3Compiled: OperationEngine<RouteCase, RouteInput> = {
  prepare: (benchmark) => {
    const match = compileRouter(build(benchmark));
    return { run: ({ method, path }) => match(method, path), answer };
  },
};
