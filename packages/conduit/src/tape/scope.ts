import type { Token } from "./token.ts";

/** Where a render scope began. */
export interface Scope {
  readonly outer: Token;
  readonly token: Token;
  readonly words: number;
  readonly texts: number;
  readonly raws: number;
  readonly late: number;
  /** The record that was being written: a getter among its attributes may render. */
  readonly record: number;
}
