import type { QueryInput, QueryValues } from "./query-types.ts";
import type { HrefQuery } from "./write-query.ts";

/** Options of `query`. */
export interface QueryOptions {
  /** The most characters of a query, percent-encoded, without its `?`. @defaultValue 8192 */
  readonly maxLength?: number;
  /** The most pairs of a name and a value; also the most values of a list. @defaultValue 1000 */
  readonly maxPairs?: number;
}

/** One thing that is wrong with a query; at most one for each name. */
export interface QueryProblem<Name extends string = string> {
  /** Of the field; `""` when it is the query as a whole that is too long or has too many pairs. */
  readonly name: Name | "";
  /**
   * `missing`: it has to be there. `malformed`: its percent-encoding does not spell text. `repeated`: one value is asked
   * for, and there are more. `invalid`: it is not what is expected. `too-long`, `too-many`: the query is longer than
   * `maxLength`, or has more pairs than `maxPairs`.
   */
  readonly problem: "missing" | "malformed" | "repeated" | "invalid" | "too-long" | "too-many";
  /** The type as it is written in the query, such as `int(1..100)`; a limit, where one is exceeded. */
  readonly expected: string;
  /** What stands there: decoded, or raw when it is malformed. Text of a stranger: escape it before it is shown. */
  readonly value: string | undefined;
}

/** What `parse` answers. Belongs to the caller, but for empty lists, which are shared and frozen. Texts keep the raw text alive. */
export type QueryResult<Values> =
  | { readonly ok: true; readonly values: Values; readonly problems?: undefined }
  | {
      readonly ok: false;
      /** What could be read; elsewhere the default, an empty list or `undefined`. */
      readonly values: { readonly [Name in keyof Values]?: Values[Name] | undefined };
      /** At least one. */
      readonly problems: readonly QueryProblem<keyof Values & string>[];
    };

/** A query with types. Holds nothing of what it parses. */
export interface Query<Q extends string> {
  /** As it was written. */
  readonly text: Q;
  /**
   * Reads a query in one pass. Never throws. O(length × fields), and not beyond `maxLength`. Allocates the result and, for as
   * long as it takes, the text of each value that has a field; nothing for pairs that were not asked for, unless their name
   * is percent-encoded.
   *
   * The values of all calls have one shape: each name is a property, in the order of the query; one that is optional and
   * absent is `undefined`.
   *
   * @param raw a request target or URL (it begins with `/` or `scheme://`), of which the part after the first `?` is read;
   *   or a query, with or without `?`. A `#` ends it.
   */
  parse(raw: string): QueryResult<QueryValues<Q>>;
  /**
   * What `href` takes as query: without what is `undefined` or equal to its default. `parse` reads the same values back.
   *
   * @throws WATT_CAPACITOR_QUERY_VALUE for a value that `parse` would not read.
   * @example
   * href("/search", {}, search.of({ q: "watt", page: 2 })); // "/search?q=watt&page=2"
   */
  of(values: QueryInput<Q>): HrefQuery;
  /**
   * The text of a query, encoded as a form is, without `?`; empty when there is nothing to write. O(length).
   *
   * @throws WATT_CAPACITOR_QUERY_VALUE for a value that `parse` would not read.
   */
  write(values: QueryInput<Q>): string;
}
