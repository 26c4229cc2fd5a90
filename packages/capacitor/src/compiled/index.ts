export type { ExecutorName, Explanation, Match, ParamValue, Route, RouteLookup, RouterStats } from "../api.ts";
export {
  type CompiledCode,
  type CompiledRoute,
  type LoadOptions,
  loadRouter,
  type RouteValue,
  type RouteValues,
} from "./load-router.ts";
export type { ValuesOf } from "./values-of.ts";
