/**
 * What routes lead to, by the type of what has them: a list, a router, an object with `routes`, or a function that answers
 * one of these.
 *
 * @example
 * type Handler = ValuesOf<typeof routes>;
 */
export type ValuesOf<Routes> = Routes extends (...given: never[]) => infer Answer
  ? ValuesOf<Awaited<Answer>>
  : Routes extends { readonly routes: infer Inner }
    ? ValuesOf<Inner>
    : Routes extends Iterable<infer Route>
      ? ValueOf<Route>
      : never;

// One by one; a route without a value is left out.
type ValueOf<Route> = Route extends { readonly value?: unknown }
  ? "value" extends keyof Route
    ? Exclude<Route["value"], undefined>
    : never
  : never;
