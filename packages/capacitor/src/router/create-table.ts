import { Arena } from "@watt/electron";
import type { RouterOptions } from "../api.ts";
import { evaluate } from "../evaluate.ts";
import type { Image } from "../image/image.ts";
import { compareAlike, type ImagePlan, type ImageRoute, planImage } from "../image/plan-image.ts";
import { locateParams } from "../match/locate-params.ts";
import { chooseExecutor } from "../radix/choose-executor.ts";
import type { GeneratedWalk } from "../radix/code-walker.ts";
import type { Executor } from "../radix/executor.ts";
import { generateWalk } from "../radix/generate-walk.ts";
import type { Registry } from "./registry.ts";
import type { RouteRecord } from "./route-record.ts";
import { Table } from "./table.ts";

/**
 * Builds the table of some routes: counts, allocates once, writes. O(total length of the patterns).
 *
 * @param makesCode whether code may be made for it, where nobody asked for an executor.
 */
export function createTable<T>(
  routes: readonly RouteRecord<T>[],
  registry: Registry<T>,
  options: RouterOptions,
  makesCode: boolean,
): Table<T> {
  const plan = planOf(routes, registry, options);
  return new Table(
    {
      executor: executorOf(plan, options, makesCode),
      methods: plan.methods,
      staticPaths: plan.staticPaths,
      routes: registry.byId,
      locate: (route, path) => locateParams(registry.patternOf(route), path),
      rows: () => idsOf(planOf(routes, registry, options).rows),
    },
    options,
  );
}

function executorOf(plan: ImagePlan, { executor }: RouterOptions, makesCode: boolean): Executor {
  const dynamic = plan.rows.length - plan.staticPaths.length;
  const image = (): Image => {
    const arena = new Arena({ bytes: plan.bytes, checked: false });
    return plan.write(arena.buffer, arena.alloc(plan.bytes));
  };
  // Safety: the text is made of numbers and of escaped strings, and of nothing that a request says.
  const generate = (): GeneratedWalk | undefined => {
    if (!makesCode && executor === undefined) return undefined;
    return evaluate(generateWalk(plan.tree, plan.methods.length, plan.testOf)) as GeneratedWalk | undefined;
  };
  return chooseExecutor({ ...plan, image }, dynamic, executor, generate);
}

/** Plans the image of some routes, in which they bear the numbers that `numberOf` gives for their ids. */
export function planOf<T>(
  routes: readonly RouteRecord<T>[],
  registry: Registry<T>,
  options: RouterOptions,
  numberOf: (id: number) => number = (id) => id,
): ImagePlan {
  const described = routes.map((route): ImageRoute => {
    const { id, method, pattern } = route;
    return { id: numberOf(id), method, pattern, parsed: registry.patternOf(route) };
  });
  return planImage(described, options.maxParamLength ?? Infinity);
}

/** Ids of the routes of each leaf, in the order in which they answer a method of their own. */
export function idsOf(rows: ImagePlan["rows"]): number[][] {
  return rows.map((row) => row.toSorted((a, b) => compareAlike(a, b, "")).map(({ id }) => id));
}
