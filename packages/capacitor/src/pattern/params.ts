/** The param names of a pattern, as a union of literals; `string` when the pattern is not a literal. */
export type ParamNames<P extends string> = string extends P
  ? string
  : P extends `${infer Head}/${infer Rest}`
    ? SegmentName<Head> | ParamNames<Rest>
    : SegmentName<P>;

type SegmentName<S extends string> = S extends `:${infer Name}` ? Name : S extends `*${infer Name}` ? Name : never;

/**
 * The params of a pattern: `Params<"/users/:id/files/*path">` is `{ id: string; path: string }`.
 * A pattern that is not a literal gives `Record<string, string>`.
 */
export type Params<P extends string> = { [Name in ParamNames<P>]: string };
