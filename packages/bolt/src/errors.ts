import { createErrors, type ErrorFactory, type ErrorSpec } from "@watt/electron";

/** Codes of the errors that bolt throws or answers with. */
export type BoltErrorCode =
  | "WATT_BOLT_ANSWER_UNKNOWN"
  | "WATT_BOLT_BODY_ABORTED"
  | "WATT_BOLT_BODY_FILE"
  | "WATT_BOLT_BODY_MALFORMED"
  | "WATT_BOLT_BODY_TOO_LARGE"
  | "WATT_BOLT_BODY_TYPE"
  | "WATT_BOLT_COOKIE_INVALID"
  | "WATT_BOLT_CSRF_ABSENT"
  | "WATT_BOLT_CSRF_REFUSED"
  | "WATT_BOLT_CSRF_SECRET"
  | "WATT_BOLT_FILES_ROOT"
  | "WATT_BOLT_HEADER_INVALID"
  | "WATT_BOLT_HOST_INVALID"
  | "WATT_BOLT_HTTP"
  | "WATT_BOLT_LISTEN_FAILED"
  | "WATT_BOLT_METHOD_NOT_ALLOWED"
  | "WATT_BOLT_MIDDLEWARE_LATE"
  | "WATT_BOLT_MIDDLEWARE_SILENT"
  | "WATT_BOLT_NEXT_TWICE"
  | "WATT_BOLT_NOT_FOUND"
  | "WATT_BOLT_OVERRIDE_UNVERIFIED"
  | "WATT_BOLT_PATH_MALFORMED"
  | "WATT_BOLT_PORT_IN_USE"
  | "WATT_BOLT_REDIRECT_REFUSED"
  | "WATT_BOLT_STATUS_INVALID"
  | "WATT_BOLT_TARGET_INVALID";

/** Bolt's error table. The text of an error with a status is shown to the client: it names no internals. */
export const boltErrors: Readonly<Record<BoltErrorCode, ErrorSpec>> = {
  WATT_BOLT_ANSWER_UNKNOWN: {
    message: "The handler of {method} {path} answered with {value}, which has no meaning as a response.",
    remedy: "Return HTML, a string, bytes, a plain object or array, a Response, or nothing.",
  },
  WATT_BOLT_BODY_ABORTED: {
    message: "The connection ended before the request body was complete.",
    remedy: "Send the request again.",
    status: 400,
  },
  WATT_BOLT_BODY_FILE: {
    message: "The form has a file in the field {field}, and files are not accepted here.",
    remedy: "Send the form without files.",
    status: 415,
  },
  WATT_BOLT_BODY_MALFORMED: {
    message: "The request body is not valid {format}: {reason}.",
    remedy: "Correct the body and send it again.",
    status: 400,
  },
  WATT_BOLT_BODY_TOO_LARGE: {
    message: "The request body is larger than the limit of {limit} bytes.",
    remedy: "Send less.",
    status: 413,
  },
  WATT_BOLT_BODY_TYPE: {
    message: "The request body must be {expected}, and it came as {actual}.",
    remedy: "Set the Content-Type header to what is sent.",
    status: 415,
  },
  WATT_BOLT_COOKIE_INVALID: {
    message: "The cookie {name} cannot be set: {reason}.",
    remedy: "Correct the name, the value or the options given to cookies.set.",
  },
  WATT_BOLT_CSRF_ABSENT: {
    message: "csrfToken was called for {method} {path}, and the csrf middleware did not run before it.",
    remedy: "Register it with app.use(csrf({ secret })).",
  },
  WATT_BOLT_CSRF_REFUSED: {
    message: "The request was refused because it may come from another site: {reason}.",
    remedy: "Reload the page and try again.",
    status: 403,
  },
  WATT_BOLT_CSRF_SECRET: {
    message: "The secret given to csrf has {bytes} bytes, and {least} are the least that is safe.",
    remedy: "Use 32 random bytes, kept outside the source.",
  },
  WATT_BOLT_FILES_ROOT: {
    message: "{path} cannot be served: {reason}.",
    remedy: "Give files() an existing folder and file() an existing file.",
  },
  WATT_BOLT_HEADER_INVALID: {
    message: "The response header {name} cannot be set: {reason}.",
    remedy: "Remove line breaks, control characters and characters beyond Latin-1, and leave framing to the server.",
  },
  WATT_BOLT_HOST_INVALID: {
    message: "The Host header is missing, doubled or malformed.",
    remedy: "Send one valid Host header.",
    status: 400,
  },
  WATT_BOLT_HTTP: { message: "{message}", remedy: "" },
  WATT_BOLT_LISTEN_FAILED: {
    message: "The server cannot listen on {hostname}:{port}: {reason}.",
    remedy: "Choose another address or port, or get the permission for this one.",
  },
  WATT_BOLT_METHOD_NOT_ALLOWED: {
    message: "{method} is not allowed at {path}.",
    remedy: "Use one of: {allow}.",
    status: 405,
  },
  WATT_BOLT_MIDDLEWARE_LATE: {
    message: "app.use was called at {source} after the app had answered its first request.",
    remedy: "Register all middleware before serving.",
  },
  WATT_BOLT_MIDDLEWARE_SILENT: {
    message: "The middleware {name} neither called next nor answered, for {method} {path}.",
    remedy: "Call next(), or return the answer (null for an empty one).",
  },
  WATT_BOLT_NEXT_TWICE: {
    message: "The middleware {name} called next more than once, for {method} {path}.",
    remedy: "Call next at most once a request.",
  },
  WATT_BOLT_NOT_FOUND: {
    message: "There is nothing at {path}.",
    remedy: "Check the address.",
    status: 404,
  },
  WATT_BOLT_OVERRIDE_UNVERIFIED: {
    message: "The _method field asks for {method} {path}, and the csrf middleware has not verified this request.",
    remedy: "Add app.use(csrf({ secret })): without it _method is not honoured.",
    status: 403,
  },
  WATT_BOLT_PATH_MALFORMED: {
    message: "The path is not valid percent-encoded UTF-8.",
    remedy: "Check the address.",
    status: 400,
  },
  WATT_BOLT_PORT_IN_USE: {
    message: "Port {port} on {hostname} is already in use.",
    remedy: "Stop the program that listens there, choose another port, or use port 0 for a free one.",
  },
  WATT_BOLT_REDIRECT_REFUSED: {
    message: "A redirect from {path} to {url} was refused: that is no path of this site.",
    remedy: "Redirect to a path of this site, such as /todos.",
  },
  WATT_BOLT_STATUS_INVALID: {
    message: "{status} is not a status that {method} can set.",
    remedy: "{remedy}",
  },
  WATT_BOLT_TARGET_INVALID: {
    message: "The request target is malformed.",
    remedy: "Send a path that starts with a slash.",
    status: 400,
  },
};

/** Makes one of bolt's errors. */
export const boltError: ErrorFactory<BoltErrorCode> = createErrors(boltErrors);
