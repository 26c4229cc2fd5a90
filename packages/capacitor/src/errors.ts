import { createErrors, type ErrorFactory, type ErrorSpec } from "@watt/electron";

/** Codes of the errors that capacitor throws: the router at registration or while a link is made, the cache when it is used. */
export type CapacitorErrorCode = RouterErrorCode | ImageErrorCode | CacheErrorCode | QueryErrorCode | PluginErrorCode;

type RouterErrorCode =
  | "WATT_CAPACITOR_HREF_PARAM"
  | "WATT_CAPACITOR_METHOD_INVALID"
  | "WATT_CAPACITOR_OPTION"
  | "WATT_CAPACITOR_PARAM_DUPLICATE"
  | "WATT_CAPACITOR_PATTERN_SYNTAX"
  | "WATT_CAPACITOR_ROUTE_DUPLICATE";

const routerErrors: Readonly<Record<RouterErrorCode, ErrorSpec>> = {
  WATT_CAPACITOR_HREF_PARAM: {
    message: "No link to {pattern}: the param {name} is {problem}.",
    remedy: "Pass a non-empty value for each param. The segments '.' and '..' cannot stand in a URL, not even encoded.",
  },
  WATT_CAPACITOR_METHOD_INVALID: {
    message: "{method} is not an HTTP method in upper case (pattern {pattern}, {source}).",
    remedy: "Write the method as it stands in a request, for example GET, POST or M-SEARCH.",
  },
  WATT_CAPACITOR_OPTION: {
    message: "A router cannot work with {name} = {value}.",
    remedy:
      "trailingSlash is strict, loose or redirect; maxParamLength is a number from 1; executor is wasm, walker or code; a " +
      "host is labels with dots between, in lower case, of which some are :name, :name(constraint) or *name.",
  },
  WATT_CAPACITOR_PARAM_DUPLICATE: {
    message: "Pattern {pattern} names the param {name} twice, the second time at position {position} ({source}).",
    remedy: "Give each param of a pattern its own name.",
  },
  WATT_CAPACITOR_PATTERN_SYNTAX: {
    message: "Pattern {pattern} cannot be read at position {position}: {problem} ({source}).",
    remedy:
      "Allowed are text, :name, :name(constraint), *name as a whole segment, :name? as a whole segment and {/…}?, with names " +
      "of A-Z, a-z, 0-9 and _ that do not begin with a digit; any other character can be percent-encoded (%3A is a colon).",
  },
  WATT_CAPACITOR_ROUTE_DUPLICATE: {
    message:
      "{method} {pattern} ({source}) matches the same paths as {otherMethod} {otherPattern}, " +
      "which was registered first ({otherSource}).",
    remedy:
      "Remove one of the two, or change the method or a static segment of one; param names do not tell routes apart.",
  },
};

// What only compiled routes throw: in a table of their own, since they are used without a router.
const imageErrors = {
  WATT_CAPACITOR_IMAGE: {
    message: "These are not the compiled routes that are wanted: {problem}.",
    remedy:
      "Compile the routes again, by the version of the package that opens them, and pass the list that was compiled.",
  },
  WATT_CAPACITOR_SHARED_OPTION: {
    message: "Shared routes cannot work with {name} = {value}.",
    remedy: "bytes is what the largest image may take, an integer from 1; readers is an integer from 1 to 1000.",
  },
  WATT_CAPACITOR_SHARED_READERS: {
    message: "All {readers} readers of the shared routes are taken.",
    remedy: "Make the publisher with more, close readers, or release() those of threads that have ended.",
  },
  WATT_CAPACITOR_SHARED_ROOM: {
    message: "An image of {bytes} bytes was to be published, and there is room for {room}.",
    remedy: "Make the publisher with more bytes; routes that were published before stay.",
  },
};

type ImageErrorCode = keyof typeof imageErrors;

// What only the cache throws. A table of its own, which bundles without one leave out.
const cacheErrors = {
  WATT_CAPACITOR_CACHE_CLEAR: {
    message: "The cache was to be cleared, and its layer {layer} has no clear().",
    remedy: "Give the layer one, or put a common tag on the entries and call deleteTagged().",
  },
  WATT_CAPACITOR_CACHE_COUNTER: {
    message: "Key {key} has the value {value}, to which {by} cannot be added.",
    remedy: "Count under keys of their own, by integers, and between -(2^53 - 1) and 2^53 - 1.",
  },
  WATT_CAPACITOR_CACHE_LOADER: {
    message: "A loader was asked for {keys} keys and answered with {values} values.",
    remedy: "Answer with an array that has a value, or undefined, for each key, in the order of the keys.",
  },
  WATT_CAPACITOR_CACHE_OPTION: {
    message: "A cache cannot work with {name} = {value}.",
    remedy: "Give {range}.",
  },
  WATT_CAPACITOR_CACHE_SIZE: {
    message: "The value of key {key} takes {bytes} bytes with the key, more than the shared cache takes for an entry.",
    remedy: "Make the SharedCache with a larger maxEntryBytes, or keep what is large elsewhere.",
  },
  WATT_CAPACITOR_CACHE_TIMEOUT: {
    message: "Layer {layer} of the cache did not answer a {operation} within {timeout} ms.",
    remedy: "Look at what the layer talks to; layerTimeout is how long the cache waits for it.",
  },
};

type CacheErrorCode = keyof typeof cacheErrors;

// What only typed queries throw.
const queryErrors = {
  WATT_CAPACITOR_QUERY_SYNTAX: {
    message: "Query {query} cannot be read at position {position}: {problem}.",
    remedy: "Write name, name?, name: type or name: type = default; types are like int, int(1..9), a|b and string[].",
  },
  WATT_CAPACITOR_QUERY_VALUE: {
    message: "Query {query} cannot be written: {name} = {value} is {problem}, where {expected} is expected.",
    remedy:
      "Give each name a value that its type accepts; leave out only what is optional, has a default or is a list.",
  },
};

type QueryErrorCode = keyof typeof queryErrors;

// What only the plugin of bundlers throws.
const pluginErrors = {
  WATT_CAPACITOR_ROUTES_FILE: {
    message: "The routes of {file} cannot be compiled: {problem}.",
    remedy:
      "Export a router or a list of { method, pattern, value }; TypeScript takes Node 22.18, or esbuild in the project.",
  },
};

type PluginErrorCode = keyof typeof pluginErrors;

/** Capacitor's error table. */
export const capacitorErrors: Readonly<Record<CapacitorErrorCode, ErrorSpec>> = /* @__PURE__ */ Object.assign(
  {},
  routerErrors,
  imageErrors,
  cacheErrors,
  queryErrors,
  pluginErrors,
);

/** Makes one of the router's errors. */
export const capacitorError: ErrorFactory<RouterErrorCode> = /* @__PURE__ */ createErrors(routerErrors);

/** Makes one of the errors of compiled routes. */
export const imageError: ErrorFactory<ImageErrorCode> = /* @__PURE__ */ createErrors(imageErrors);

/** Makes one of the cache's errors. */
export const cacheError: ErrorFactory<CacheErrorCode> = /* @__PURE__ */ createErrors(cacheErrors);

/** Makes one of the errors of typed queries. */
export const queryError: ErrorFactory<QueryErrorCode> = /* @__PURE__ */ createErrors(queryErrors);

/** Makes one of the errors of the plugin. */
export const pluginError: ErrorFactory<PluginErrorCode> = /* @__PURE__ */ createErrors(pluginErrors);
