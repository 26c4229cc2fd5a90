import fc from "fast-check";
import { type OraclePiece, textOf } from "../oracle/naive-router.ts";
import type { NaiveRoute } from "./oracle/naive-analysis.ts";

/** Random tables of a kind, and the paths that can tell their routes apart. */
export interface Family {
  readonly name: string;
  readonly tables: fc.Arbitrary<readonly NaiveRoute[]>;
  readonly paths: readonly string[];
  /** Whether the suggested order is that of a router which takes the first match. */
  readonly isOrdered: boolean;
}

type Parts = Extract<OraclePiece, { parts: unknown }>["parts"];

const param = (constraint?: string): Parts[number] =>
  constraint === undefined ? { name: "" } : { name: "", constraint };
const METHODS = ["GET", "GET", "GET", "HEAD", "POST"] as const;

/** All lists of `length` words. */
function wordsOf(letters: readonly string[], length: number): string[][] {
  if (length === 0) return [[]];
  return wordsOf(letters, length - 1).flatMap((word) => letters.map((letter) => [...word, letter]));
}

export function textsUpTo(letters: string, length: number): string[] {
  return Array.from({ length: length + 1 }, (_, i) => wordsOf([...letters], i).map((word) => word.join(""))).flat();
}

function pathsUpTo(segments: readonly string[], depth: number): string[] {
  return Array.from({ length: depth }, (_, i) => wordsOf(segments, i + 1).map((path) => `/${path.join("/")}`)).flat();
}

// Each param a name of its own.
function named(pieces: readonly OraclePiece[], next: { count: number } = { count: 0 }): OraclePiece[] {
  return pieces.map((one) => {
    if ("group" in one) return { group: named(one.group, next) };
    if ("wildcard" in one) return { wildcard: `p${next.count++}` };
    const part = (p: Parts[number]): Parts[number] => (typeof p === "string" ? p : { ...p, name: `p${next.count++}` });
    return { parts: one.parts.map(part) };
  });
}

function tablesOf(pieces: fc.Arbitrary<readonly OraclePiece[]>, most: number): Family["tables"] {
  const route = fc.tuple(fc.constantFrom(...METHODS), pieces).map(([method, one]): NaiveRoute => {
    const all = named(one);
    return { method, pieces: all, pattern: textOf(all) };
  });
  return fc.array(route, { minLength: 2, maxLength: most, size: "max" });
}

/**
 * Segments of all kinds. What they accept is told from the first and the last letter, from which letters there are, and
 * from whether there are up to three: so texts of four letters, of which `c` is any other one, show each way to pass some
 * and not others. (A test looks at longer ones.)
 */
export const SEGMENTS: readonly Parts[] = [
  ["a"],
  ["b"],
  ["ab"],
  [param()],
  [param("[a]")],
  [param("[b]")],
  [param("a|b")],
  [param("a+")],
  [param("[ab]+")],
  [param("b|ab")],
  ["a", param()],
  [param(), "b"],
  ["a", param("a|b")],
  [param(), "b", param()],
];
const rich = fc.constantFrom(...SEGMENTS).map((parts): OraclePiece[] => [{ parts }]);

// Any segment is empty, `a`, `b`, longer and begins with `a`, or passes as `c` does: one of each is enough.
const lean = fc.constantFrom<Parts[]>(["a"], ["a"], ["b"], [param()], [param("[a]")], [param("a|b")], ["a", param()]);
const leanPiece = lean.map((parts): OraclePiece => ({ parts }));
const group = fc.array(leanPiece, { minLength: 1, maxLength: 2 }).map((all): OraclePiece => ({ group: all }));
const optionalPiece = fc.oneof({ weight: 3, arbitrary: leanPiece }, { weight: 1, arbitrary: group });

// Any segment is empty, `a`, or passes as `b` does.
const few = fc
  .constantFrom<Parts[]>(["a"], ["a"], [], [param()], [param("[a]")])
  .map((parts): OraclePiece => ({ parts }));
const wildcard: fc.Arbitrary<OraclePiece> = fc.constant({ wildcard: "" });
const around = fc.array(few, { maxLength: 2, size: "max" });
const withWildcard = fc
  .tuple(around, wildcard, around)
  .map(([before, one, after]) => [...before, one, ...after].slice(0, 3))
  .filter((pieces) => pieces.some((piece) => "wildcard" in piece));
const notEmpty = few.filter((piece) => !("parts" in piece) || piece.parts.length > 0);
const severalWildcards = fc
  .array(fc.oneof(notEmpty, wildcard), { minLength: 2, maxLength: 3, size: "max" })
  .filter((pieces) => pieces.filter((piece) => "wildcard" in piece).length <= 2);
const fewOptional = fc.tuple(few, few).map(([a, b]): OraclePiece[] => [a, { group: [b] }]);

export const FAMILIES: readonly Family[] = [
  {
    name: "one segment of any kind",
    tables: tablesOf(rich, 7),
    paths: pathsUpTo(textsUpTo("abc", 4), 1),
    isOrdered: true,
  },
  {
    name: "up to three segments",
    tables: tablesOf(fc.array(leanPiece, { minLength: 1, maxLength: 3, size: "max" }), 6),
    paths: pathsUpTo(["", "a", "b", "c", "aa"], 3),
    isOrdered: true,
  },
  {
    name: "optional parts",
    tables: tablesOf(fc.array(optionalPiece, { minLength: 1, maxLength: 2, size: "max" }), 6),
    paths: pathsUpTo(["", "a", "b", "c", "aa"], 4),
    isOrdered: false,
  },
  {
    // In a path of six segments the fourth can be left out: a wildcard has it, and has begun before it, since two segments
    // at most stand before; and it stands before the last two, which is as many as come after a wildcard.
    name: "wildcards",
    tables: tablesOf(
      fc.oneof(withWildcard, withWildcard, fc.array(few, { minLength: 1, maxLength: 3 }), fewOptional),
      6,
    ),
    paths: pathsUpTo(["", "a", "b"], 5),
    isOrdered: false,
  },
  {
    // Three steps need no more to show all that they can; longer paths were looked at, too, and show the same.
    name: "several wildcards",
    tables: tablesOf(severalWildcards, 4),
    paths: pathsUpTo(["", "a", "b"], 6),
    isOrdered: false,
  },
];
