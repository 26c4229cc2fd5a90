/** Where new content goes, relative to the target: the seven DOM tokens, and `none`. */
export const SWAPS = [
  "innerHTML",
  "outerHTML",
  "beforebegin",
  "afterbegin",
  "beforeend",
  "afterend",
  "delete",
  "none",
] as const;

/** A swap token, as written in `jolt-swap`, in the `Jolt-Swap` header and in envelopes. */
export type Swap = (typeof SWAPS)[number];

/** The token that holds where none is written. */
export const DEFAULT_SWAP = "innerHTML";
