import type { RouterOptions } from "../api.ts";

/** What `analyze` looks at; a registered `Route` is one. */
export interface AnalyzableRoute {
  /** As for `Router.add`. */
  readonly method: string;
  /** As for `Router.add`. */
  readonly pattern: string;
  /** Where the route stands, `file:line`. @defaultValue "unknown" */
  readonly source?: string;
  /** The rule for hosts that it is registered with. */
  readonly host?: string | undefined;
}

/** Options of `analyze`: those of the router that the routes are for, since they decide which paths a route matches. */
export interface AnalyzeOptions extends RouterOptions {
  /**
   * The most steps of work for each of the two questions that may take long: which routes are never reached, and which
   * pairs of routes share paths. What is left when they are used up is reported as `undecided`.
   *
   * @defaultValue 5,000,000, some seconds
   */
  readonly budget?: number;
}

/**
 * What a finding says:
 *
 * - `duplicate`: a route before has the same method and shape; `add` refuses it.
 * - `invalid`: `add` refuses the route by itself; `code` says why.
 * - `never-matches`: no path at all matches the pattern, with these options.
 * - `unreachable`: each path that matches is answered by other, better routes.
 * - `ambiguous`: two routes with the same method share paths, and each has paths of its own.
 * - `empty-segment`: only paths with `//` match.
 * - `dot-segment`: the pattern has a segment `.` or `..`, which no browser sends.
 * - `large-constraint`: the automaton of a constraint has very many states.
 * - `method-partial`: a better route has the path, but for another method.
 * - `undecided`: the budget was used up before the answer was found.
 */
export type FindingKind =
  | "duplicate"
  | "invalid"
  | "never-matches"
  | "unreachable"
  | "ambiguous"
  | "empty-segment"
  | "dot-segment"
  | "large-constraint"
  | "method-partial"
  | "undecided";

/** `error`: the route cannot work. `warning`: it may not do what is meant. `info`: good to know. */
export type Severity = "error" | "warning" | "info";

/** One of the routes that were given. */
export interface RouteReference {
  /** 0 for the first of them. */
  readonly index: number;
  /** As it was given. */
  readonly method: string;
  /** As it was given. */
  readonly pattern: string;
  /** `file:line`, or `unknown`. */
  readonly source: string;
  /** Of a route with a rule for hosts. */
  readonly host?: string;
}

/** Something that is wrong with routes, or good to know about them. */
export interface Finding {
  /** What is the matter, for programs. */
  readonly kind: FindingKind;
  /** How bad it is. */
  readonly severity: Severity;
  /** What is the matter, in a sentence that names the routes. */
  readonly message: string;
  /** The route that it is about, then the others that have part in it. Empty when it is about the whole table. */
  readonly routes: readonly RouteReference[];
  /** A path that shows it, as it stands in a request line. Not for what no path shows. */
  readonly witness?: string;
  /** The host that it is asked of, where the routes have rules for hosts. */
  readonly host?: string;
  /** The route that answers the witness. */
  readonly winner?: RouteReference;
  /** What to do about it. */
  readonly remedy: string;
  /** Of an `invalid` route: the code of the error that `add` throws. */
  readonly code?: string;
}

/** Counts of segments, by kind. */
export interface SegmentCounts {
  /** Text. */
  readonly static: number;
  /** Params with text around them. */
  readonly affixed: number;
  /** Params with a constraint. */
  readonly constrained: number;
  /** Params without. */
  readonly param: number;
  /** Params in optional parts. */
  readonly optional: number;
  /** Wildcards. */
  readonly wildcard: number;
}

/** What a table is made of. Routes that `add` refuses are counted in `routes` and `refused` only. */
export interface RouteStatistics {
  /** All that were given. */
  readonly routes: number;
  /** Duplicates and invalid ones. */
  readonly refused: number;
  /** Routes without params and optional parts. */
  readonly static: number;
  /** The other ones. */
  readonly dynamic: number;
  /** Routes with a rule for hosts. */
  readonly hosted: number;
  /** Different shapes of patterns; routes that differ in the method only have one. */
  readonly shapes: number;
  /** Routes of each method, in alphabetical order. */
  readonly methods: Readonly<Record<string, number>>;
  /** Segments of all patterns. */
  readonly segments: SegmentCounts;
  /** Optional segments and groups. */
  readonly optionalParts: number;
  /** Segments of a pattern, optional ones included. */
  readonly depth: { readonly least: number; readonly most: number; readonly mean: number };
  /** The most params of a pattern. */
  readonly mostParams: number;
  /** States of the largest automaton of a constraint. */
  readonly mostStates: number;
}

/** What `analyze` finds. Plain data: it can be written as JSON. */
export interface Report {
  /** Errors first. */
  readonly findings: readonly Finding[];
  /** How many findings there are of each severity. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** What the table is made of. */
  readonly statistics: RouteStatistics;
  /**
   * The routes that are not refused, the most specific first. A router that takes the first route that matches answers as
   * this one does when it has them in this order; not in every case where parts are optional, or where something follows
   * a wildcard.
   */
  readonly order: readonly RouteReference[];
}
