import type { Late } from "./late.ts";

/** The node's record is on the tape. */
export const ON_TAPE = 0;
/** The node's record was copied away from the tape: `copy` holds it. */
export const SEALED = 1;
/** The render that made the node has ended, and its record is overwritten. */
export const EXPIRED = 2;

/** A stretch of the tape, from its start, that was copied away. */
export interface Copy {
  readonly words: Int32Array;
  readonly texts: Uint8Array;
  readonly raws: Uint8Array;
  readonly late: readonly Late[];
}

/**
 * What nodes of one render scope, or of one stretch outside of any, have in common: where their records are.
 * Why an object in each node and not a number: a stale node is found by one load, and never shows foreign data.
 */
export class Token {
  state: typeof ON_TAPE | typeof SEALED | typeof EXPIRED = ON_TAPE;
  copy: Copy | undefined = undefined;
}

/**
 * A node that a builder made. Opaque: it is a place on the tape, not a tree. Valid until the render in which it
 * was made has ended; nodes made outside of any render stay valid.
 */
export class HtmlNode {
  /** @internal */
  readonly _token: Token;
  /** @internal */
  readonly _offset: number;
  /** @internal */
  constructor(token: Token, offset: number) {
    this._token = token;
    this._offset = offset;
  }
}
