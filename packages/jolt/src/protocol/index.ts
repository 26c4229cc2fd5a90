export { ATTRIBUTES, PREFIX, type Verb, VERBS } from "./attribute.ts";
export { SWAPPED_ERRORS, TIMEOUT_MS } from "./defaults.ts";
export { FRAGMENT, HEADER } from "./header.ts";
export { parseDuration, parseSpecs, type Spec } from "./spec.ts";
export { DEFAULT_SWAP, type Swap, SWAPS } from "./swap.ts";
