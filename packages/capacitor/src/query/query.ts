import { queryError } from "../errors.ts";
import { parseFields } from "./parse-fields.ts";
import { parseQuery, type Plan } from "./parse-query.ts";
import type { Query, QueryOptions, QueryResult } from "./query-api.ts";
import type { QueryCheck, QueryInput, QueryValues } from "./query-types.ts";
import { type HrefQuery, writeQuery } from "./write-query.ts";

/**
 * Makes a parser and a writer of queries from a text that says what they are made of, and from which their types come.
 *
 * @param text names, types and defaults: see docs/guide/typed-query.md for the grammar.
 * @throws WATT_CAPACITOR_QUERY_SYNTAX; most mistakes in a literal do not compile.
 * @example
 * const search = query("q, page: int(1..) = 1, sort?: newest|oldest, tag: string[]");
 * search.parse("/search?q=watt&tag=a&tag=b").values;
 * // { q: "watt", page: 1, sort: undefined, tag: ["a", "b"] }
 */
export function query<const Q extends string>(text: Q & QueryCheck<Q>, options: QueryOptions = {}): Query<Q> {
  return new FieldQuery<Q>(text, options);
}

class FieldQuery<Q extends string> implements Query<Q> {
  readonly text: Q;
  readonly #plan: Plan;

  constructor(text: Q, { maxLength = 8192, maxPairs = 1000 }: QueryOptions) {
    const fields = parseFields(text);
    const blank = Object.fromEntries(fields.map(({ name }) => [name, undefined]));
    this.text = text;
    this.#plan = { fields, blank, maxLength, maxPairs };
  }

  parse(raw: string): QueryResult<QueryValues<Q>> {
    return parseQuery(this.#plan, raw) as QueryResult<QueryValues<Q>>;
  }

  of(values: QueryInput<Q>): HrefQuery {
    const { fields, blank } = this.#plan;
    const given = { ...blank, ...values } as HrefQuery;
    const told = fields.filter(({ name, fallback }) => given[name] !== fallback);
    const written: HrefQuery = Object.fromEntries(told.map(({ name }) => [name, given[name]]));
    // What cannot be read back is a link to an error page.
    const problem = parseQuery(this.#plan, writeQuery(written)).problems?.[0];
    if (problem === undefined) return written;
    throw queryError("WATT_CAPACITOR_QUERY_VALUE", { ...problem, query: this.text, value: given[problem.name] });
  }

  write(values: QueryInput<Q>): string {
    return writeQuery(this.of(values));
  }
}
