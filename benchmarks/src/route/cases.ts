import type { Case, Inputs, Random } from "../api.ts";
import { FreshText } from "../frame/fresh-text.ts";
import { integer, pick, word } from "../frame/random.ts";
import { type TableName, type TableRoute, tableOf } from "./tables.ts";

/** Which paths a case asks for. */
export type Kind = "static" | "one" | "two" | "three" | "wildcard" | "miss" | "mixed";

export interface RouteCase extends Case {
  readonly table: TableName;
  readonly kind: Kind;
  /** Constant strings keep their hash from one use to the next, as no path off a socket does. */
  readonly text: "fresh" | "constant";
}

export interface RouteInput {
  readonly method: string;
  path: string;
}

/** The answer of every engine: the id of the route and its params, or null for a miss. */
export type RouteAnswer = { readonly id: number; readonly params: Record<string, string> } | null;

const COUNT = 1024;
const MISS_SHARE = 0.1;

function caseOf(table: TableName, kind: Kind, text: RouteCase["text"] = "fresh"): RouteCase {
  const name = `${table}/${kind}${text === "constant" ? " (constant)" : ""}`;
  return { name, group: table, table, kind, text };
}

const SMALL: readonly Kind[] = ["static", "one", "three", "wildcard", "miss", "mixed"];
const GITHUB: readonly Kind[] = ["static", "one", "two", "three", "miss", "mixed"];
const LARGE: readonly Kind[] = ["static", "one", "two", "three", "wildcard", "miss", "mixed"];
const LARGEST: readonly Kind[] = ["static", "three", "mixed"];

export const cases: readonly RouteCase[] = [
  ...SMALL.map((kind) => caseOf("small", kind)),
  caseOf("small", "mixed", "constant"),
  ...GITHUB.map((kind) => caseOf("github", kind)),
  caseOf("github", "mixed", "constant"),
  ...LARGE.map((kind) => caseOf("1000", kind)),
  ...LARGEST.map((kind) => caseOf("10000", kind)),
];

/** 1,024 shuffled requests for the case, each with the answer known from how it was made. */
export function inputs(benchmark: RouteCase, random: Random): Inputs<RouteInput> {
  const routes = tableOf(benchmark.table).map((route, id) => ({ ...route, id }));
  const list: RouteInput[] = [];
  const answers: RouteAnswer[] = [];
  const candidates = routes.filter(({ pattern }) => belongs(pattern, benchmark.kind));
  for (let i = 0; i < COUNT; i++) {
    const misses = benchmark.kind === "miss" || (benchmark.kind === "mixed" && random() < MISS_SHARE);
    const route = pick(random, misses ? routes : candidates);
    const params: Record<string, string> = {};
    const path = fill(route, random, params);
    list.push({ method: route.method, path: misses ? spoil(path, route.pattern, random) : path });
    answers.push(misses ? null : { id: route.id, params });
  }
  const fresh = new FreshText(list.map(({ path }) => path));
  const refresh = (from: number, to: number): void => {
    for (let i = from; i < to; i++) (list[i] as RouteInput).path = fresh.text(i);
  };
  const expected = (index: number): unknown => answers[index];
  return { list, batch: COUNT, expected, ...(benchmark.text === "fresh" && { refresh }) };
}

function belongs(pattern: string, kind: Kind): boolean {
  const params = pattern.split(":").length - 1;
  const wild = pattern.includes("*");
  switch (kind) {
    case "static":
      return params === 0 && !wild;
    case "one":
      return params === 1;
    case "two":
      return params === 2;
    case "three":
      return params >= 3;
    case "wildcard":
      return wild;
    default:
      return true;
  }
}

/** A path of the route. Values end in a digit, so they never equal a static segment. */
function fill(route: TableRoute, random: Random, params: Record<string, string>): string {
  const value = (): string => word(random, integer(random, 3, 12)) + integer(random, 0, 10);
  const segments = route.pattern.split("/").map((segment) => {
    if (segment.startsWith(":")) return (params[segment.slice(1)] = value());
    if (!segment.startsWith("*")) return segment;
    return (params[segment.slice(1)] = Array.from({ length: integer(random, 1, 4) }, value).join("/"));
  });
  return segments.join("/");
}

/** Turns a path into one that no route of a table has: late for a deep path, at once for a shallow one. */
function spoil(path: string, pattern: string, random: Random): string {
  const tail = `/${word(random, 5)}0/${word(random, 4)}1/${word(random, 6)}2/${word(random, 3)}3`;
  const swapped = `/${word(random, 6)}4${path}`;
  // A wildcard would take the tail.
  const isWild = pattern.includes("*") || path.startsWith("/static");
  return isWild || random() < 0.5 ? swapped : path + tail;
}
