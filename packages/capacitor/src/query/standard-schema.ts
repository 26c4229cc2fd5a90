import type { Query, QueryProblem } from "./query-api.ts";
import type { QueryValues } from "./query-types.ts";
import { type HrefQuery, writeQuery } from "./write-query.ts";

/**
 * What libraries agree on to take each other's schemas.
 *
 * @see https://standardschema.dev/schema
 */
export interface StandardSchema<Input, Output> {
  /** Version 1 of the agreement. */
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output>;
    /** For the compiler: there is no such property. */
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/** What a schema answers: a value, or what is wrong. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** One thing that is wrong, where, and what to tell people. */
export interface StandardIssue {
  /** What is wrong, in words. */
  readonly message: string;
  /** The name of the field. */
  readonly path?: readonly PropertyKey[] | undefined;
}

/**
 * A query as a schema for frameworks that take Standard Schemas. It reads what `parse` reads, and what a framework may have
 * made of it: a `URL`, `URLSearchParams`, or an object of values, in which an array is a repeated name. Never throws.
 *
 * @example
 * const schema = standardSchema(query("q, page: int = 1"));
 * schema["~standard"].validate({ q: "watt", page: "2" }); // { value: { q: "watt", page: 2 } }
 */
export function standardSchema<Q extends string>(
  query: Query<Q>,
): StandardSchema<string | URL | URLSearchParams | HrefQuery, QueryValues<Q>> {
  const validate = (value: unknown): StandardResult<QueryValues<Q>> => {
    const raw = textOf(value);
    if (raw === undefined) return { issues: [{ message: "a query is a text or an object of values" }] };
    const { ok, values, problems } = query.parse(raw);
    return ok ? { value: values } : { issues: problems.map(issueOf) };
  };
  return { "~standard": { version: 1, vendor: "watt", validate } };
}

function issueOf({ name, problem, expected }: QueryProblem): StandardIssue {
  return { message: `${name || "query"}: ${problem}, expected ${expected}`, path: name === "" ? [] : [name] };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "object") return undefined;
  if (value instanceof URL || value instanceof URLSearchParams) return value.toString();
  try {
    return writeQuery(value as HrefQuery);
  } catch {
    // `null`, a getter that throws, or a value that has no text.
    return undefined;
  }
}
