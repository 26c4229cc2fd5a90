/**
 * What the middleware subpaths and the core know of each other's contexts. Why registered symbols: a subpath's CJS
 * build carries its own copy of this module.
 */

/** Set to true on a context whose request the csrf middleware has verified. */
export const CSRF_VERIFIED: unique symbol = Symbol.for("watt.bolt.csrf-verified") as never;

/** Where the csrf middleware keeps its token function for `csrfToken`. */
export const CSRF_TOKEN: unique symbol = Symbol.for("watt.bolt.csrf-token") as never;

/** Where a context tells middleware that its request has failed already. */
export const FAILURE: unique symbol = Symbol.for("watt.bolt.failure") as never;

/** What a context holds under the symbols of this module. */
export interface Marked {
  [CSRF_VERIFIED]?: boolean;
  [CSRF_TOKEN]?: () => string;
  /** The error that answers a request for which no handler will run: no route, or nothing readable. */
  [FAILURE]?: unknown;
}

/** Marks a `StreamAnswer`. */
export const STREAM_ANSWER: unique symbol = Symbol.for("watt.bolt.stream-answer") as never;

/** Data of a handler whose bytes come in pieces and whose length is known. Status and headers are the context's. */
export interface StreamAnswer {
  readonly [STREAM_ANSWER]: true;
  readonly length: number;
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** True for a `StreamAnswer` of any copy of this module. */
export function isStreamAnswer(data: object): data is StreamAnswer {
  return (data as Partial<StreamAnswer>)[STREAM_ANSWER] === true;
}
