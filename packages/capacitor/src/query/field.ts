/** What a value of a query may be. */
export type QueryValue = string | number | boolean;

/** One name of a query, and what may stand behind it. */
export interface Field {
  readonly name: string;
  /** The type as it is written: `int(1..100)`. */
  readonly expected: string;
  /** `undefined` when it is one of the words. */
  readonly type: "string" | "int" | "number" | undefined;
  readonly words: readonly string[];
  /** What the words mean, one by one. */
  readonly values: readonly QueryValue[];
  /** Bounds of a number; of a text, of its length. */
  readonly least: number;
  readonly most: number;
  readonly isOptional: boolean;
  readonly isList: boolean;
  /** Of a list, an empty one. */
  readonly fallback: QueryValue | readonly QueryValue[] | undefined;
}

// 15 digits: every one of them is exact as a number.
const INTEGER = /^-?\d{1,15}$/;
// Linear: the digits are read twice at most.
const NUMBER = /^-?(\d+|\d*\.\d+)(e[-+]?\d+)?$/i;

/**
 * What a text, which is decoded, means as a value of the field; `undefined` when the field does not take it. O(length),
 * allocates nothing.
 *
 * @see https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#valid-floating-point-number for `number`.
 */
export function readValue({ type, words, values, least, most }: Field, text: string): QueryValue | undefined {
  if (type === undefined) return values[words.indexOf(text)];
  if (type !== "string" && !(type === "int" ? INTEGER : NUMBER).test(text)) return undefined;
  // Why a sum: `-0` is 0.
  const value = type === "string" ? text : Number(text) + 0;
  const size = typeof value === "string" ? value.length : value;
  return size >= least && size <= most ? value : undefined;
}
