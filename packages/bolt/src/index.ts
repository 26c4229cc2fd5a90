export type {
  Answer,
  AnswerBody,
  BoltOptions,
  Context,
  Data,
  ErrorHandler,
  Handler,
  Middleware,
  Next,
  OutputPool,
  RequestView,
  Servable,
} from "./api.ts";
export { Bolt, bolt } from "./bolt.ts";
export type { CookieOptions, Cookies } from "./cookies.ts";
export { statusOf } from "./error-page.ts";
export { boltErrors, type BoltErrorCode } from "./errors.ts";
export type { FormFields } from "./form-fields.ts";
export { httpError } from "./http-error.ts";
