export type { Explanation, Match, ParamValue, Route, RouteOptions, Router, RouterOptions, RouterStats } from "./api.ts";
export { capacitorErrors, type CapacitorErrorCode } from "./errors.ts";
export {
  href,
  type HrefArguments,
  type HrefParam,
  type HrefParams,
  type HrefQuery,
  type HrefQueryValue,
} from "./href.ts";
export { callSite } from "./pattern/call-site.ts";
export type { ParamNames, Params } from "./pattern/params.ts";
export { createRouter } from "./router/create-router.ts";
