export type {
  ExecutorName,
  Explanation,
  Match,
  ParamValue,
  Route,
  RouteLookup,
  RouteOptions,
  Router,
  RouterOptions,
  RouterStats,
} from "./api.ts";
export { analyze } from "./analysis/analyze.ts";
export { formatReport, type FormatOptions } from "./analysis/format-report.ts";
export type {
  AnalyzableRoute,
  AnalyzeOptions,
  Finding,
  FindingKind,
  Report,
  RouteReference,
  RouteStatistics,
  SegmentCounts,
  Severity,
} from "./analysis/report.ts";
export { capacitorErrors, type CapacitorErrorCode } from "./errors.ts";
export { href, type HrefArguments, type HrefParam, type HrefParams } from "./href.ts";
export { callSite } from "./pattern/call-site.ts";
export type { ParamNames, Params, PatternCheck, Refused } from "./pattern/params.ts";
export type { Query, QueryOptions, QueryProblem, QueryResult } from "./query/query-api.ts";
export { query } from "./query/query.ts";
export type { QueryCheck, QueryInput, QueryValues } from "./query/query-types.ts";
export {
  standardSchema,
  type StandardIssue,
  type StandardResult,
  type StandardSchema,
} from "./query/standard-schema.ts";
export type { HrefQuery, HrefQueryValue } from "./query/write-query.ts";
export { compile, type Compiled, type CompileOptions, type RouteDefinition } from "./compile/compile.ts";
export { createRouter } from "./router/create-router.ts";
