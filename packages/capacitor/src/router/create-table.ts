import type { RouterOptions } from "../api.ts";
import { compareAlike, type ImagePlan, type ImageRoute, planImage } from "../image/plan-image.ts";
import { locateParams } from "../match/locate-params.ts";
import { createExecutor } from "../radix/create-executor.ts";
import type { Registry } from "./registry.ts";
import type { RouteRecord } from "./route-record.ts";
import { Table } from "./table.ts";

/** Builds the table of some routes: counts, allocates once, writes. O(total length of the patterns). */
export function createTable<T>(
  routes: readonly RouteRecord<T>[],
  registry: Registry<T>,
  options: RouterOptions,
): Table<T> {
  const plan = planOf(routes, registry, options);
  const byId: RouteRecord<T>[] = [];
  for (const route of routes) byId[route.id] = route;
  return new Table(
    {
      executor: createExecutor(plan, plan.rows.length - plan.staticPaths.length, options.executor),
      methods: plan.methods,
      staticPaths: plan.staticPaths,
      routes: byId,
      locate: (route, path) => locateParams(registry.patternOf(route), path),
      rows: () => idsOf(planOf(routes, registry, options).rows),
    },
    options,
  );
}

function planOf<T>(routes: readonly RouteRecord<T>[], registry: Registry<T>, options: RouterOptions): ImagePlan {
  const described = routes.map((route): ImageRoute => {
    const { id, method, pattern } = route;
    return { id, method, pattern, parsed: registry.patternOf(route) };
  });
  return planImage(described, options.maxParamLength ?? Infinity);
}

/** Ids of the routes of each leaf, in the order in which they answer a method of their own. */
export function idsOf(rows: ImagePlan["rows"]): number[][] {
  return rows.map((row) => row.toSorted((a, b) => compareAlike(a, b, "")).map(({ id }) => id));
}
