import fc from "fast-check";
import { expect, test } from "vitest";
import type { RouteLookup, Router } from "../src/index.ts";
import { compiled, createRouter, EXECUTORS, href, isWattErrorOf } from "./support.ts";
import {
  oracleExplain,
  type oracleMatch,
  oracleMatches,
  type OracleOptions,
  type OraclePiece,
  type OracleRoute,
  textOf,
} from "./oracle/naive-router.ts";

const FULL = process.env["WATT_FULL"] === "1";
const PATHS_PER_TABLE = 20;
const TABLES = (FULL ? 100_000 : 2_000) / PATHS_PER_TABLE;
const SEED = Number(process.env["WATT_SEED"] ?? 1);
const TIMEOUT_MS = FULL ? 900_000 : 60_000;
if (FULL) console.log(`match.prop.test.ts: seed ${SEED}`);

const METHODS = ["GET", "GET", "GET", "GET", "GET", "POST", "HEAD", "OPTIONS", "PATCH"] as const;
const STATIC = [
  "a",
  "a",
  "b",
  "ab",
  "abc",
  "A",
  "",
  ".",
  "..",
  "é",
  "%C3%A9",
  "%c3%a8",
  "a b",
  "%2F",
  "a%2fb",
  "%25",
  "%3a",
  "[x]",
  "💡",
  "@",
];
const ODD = [
  "%61",
  "%61b",
  "%C3%A9",
  "%c3%a9",
  "%2f",
  "%2E",
  "%5Bx%5d",
  "%F0%9F%92%A1",
  "%40",
  "%252F",
  "\u012f",
  "\u2028",
  "a\\b",
  "%00",
  "c",
  "long-segment_1~",
];
const MALFORMED = [
  "%",
  "%4",
  "%zz",
  "%C3",
  "%A9",
  "%C0%AF",
  "%E0%80%80",
  "%ED%A0%80",
  "%F4%90%80%80",
  "\ud800",
  "\udc00a",
];
const TEXTS = ["a", "b", "ab", "-", ".png", "x", "é"];
const CONSTRAINTS = [undefined, undefined, undefined, "int", "alpha", "\\d+", "[a-z]{2}", "a|b|ab", "x-(?:a|b)+"];

const staticPart = fc.constantFrom(...STATIC).map((text): readonly string[] => (text === "" ? [] : [text]));
const param = fc
  .constantFrom(...CONSTRAINTS)
  .map((constraint) => (constraint === undefined ? { name: "" } : { name: "", constraint }));
const affixed = fc
  .tuple(fc.constantFrom("", ...TEXTS), param, fc.constantFrom(...TEXTS), fc.option(param, { nil: undefined }))
  .map(([prefix, first, text, second]) => [
    ...(prefix === "" ? [] : [prefix]),
    first,
    text,
    ...(second ? [second] : []),
  ]);
const segment: fc.Arbitrary<OraclePiece> = fc
  .oneof(
    { weight: 6, arbitrary: staticPart },
    { weight: 3, arbitrary: fc.constant([{ name: "" }]) },
    { weight: 1, arbitrary: param.map((one) => [one]) },
    { weight: 1, arbitrary: affixed },
  )
  .map((parts) => ({ parts }));
const wildcard: fc.Arbitrary<OraclePiece> = fc.constant({ wildcard: "" });
const plainPiece = fc.oneof({ weight: 12, arbitrary: segment }, { weight: 1, arbitrary: wildcard });
const group: fc.Arbitrary<OraclePiece> = fc
  .oneof(
    { weight: 3, arbitrary: fc.array(plainPiece, { minLength: 1, maxLength: 2 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(plainPiece, fc.array(plainPiece, { minLength: 1, maxLength: 1 }))
        .map(([a, b]) => [a, { group: b }]),
    },
  )
  .map((pieces) => ({ group: pieces }));
const piece = fc.oneof({ weight: 8, arbitrary: plainPiece }, { weight: 1, arbitrary: group });
const routeArbitrary: fc.Arbitrary<OracleRoute> = fc
  .tuple(fc.constantFrom(...METHODS), fc.array(piece, { minLength: 1, maxLength: 4 }))
  .map(([method, pieces]) => ({ method, pieces: named(pieces, { count: 0 }) }));

// Each param a name of its own.
function named(pieces: readonly OraclePiece[], next: { count: number }): OraclePiece[] {
  return pieces.map((one) => {
    if ("group" in one) return { group: named(one.group, next) };
    if ("wildcard" in one) return { wildcard: `p${next.count++}` };
    return {
      parts: one.parts.map((part) => (typeof part === "string" ? part : { ...part, name: `p${next.count++}` })),
    };
  });
}

const pathSegment = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...STATIC) },
  {
    weight: 6,
    arbitrary: fc
      .array(fc.constantFrom(...TEXTS, "7", "12"), { minLength: 1, maxLength: 4 })
      .map((texts) => texts.join("")),
  },
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.constantFrom(...MALFORMED) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
);
const freePath = fc.array(pathSegment, { maxLength: 5 }).map((segments) => `/${segments.join("/")}`);
const suffix = fc.constantFrom("", "", "", "", "", "", "", "?", "?q=%zz/a", "#h", "#?", "/", "//");
const VALUES: Readonly<Record<string, readonly string[]>> = {
  int: ["7", "-12", "0", "x"],
  alpha: ["ab", "Z", "a", "a1"],
  "\\d+": ["7", "12", ""],
  "[a-z]{2}": ["ab", "xx", "x"],
  "a|b|ab": ["a", "ab", "c"],
  "x-(?:a|b)+": ["x-ab", "x-", "x-a"],
};

// A path that a route is likely to match.
function grown(pieces: readonly OraclePiece[]): fc.Arbitrary<string> {
  const texts = pieces.map((one) => {
    if ("group" in one) return fc.oneof(fc.constant(""), grown(one.group));
    if ("wildcard" in one)
      return fc.array(pathSegment, { minLength: 1, maxLength: 3 }).map((all) => `/${all.join("/")}`);
    const parts = one.parts.map((part) => {
      if (typeof part === "string")
        return fc.oneof({ weight: 9, arbitrary: fc.constant(part) }, { weight: 1, arbitrary: pathSegment });
      return part.constraint === undefined ? pathSegment : fc.constantFrom(...(VALUES[part.constraint] ?? []));
    });
    return fc.tuple(...parts).map((all) => `/${all.join("")}`);
  });
  return fc.tuple(...texts).map((all) => all.join(""));
}

// Most paths are grown from a route, so that deep matches are common.
const requests = (routes: readonly OracleRoute[]): fc.Arbitrary<readonly [string, string]> => {
  const grownPath = fc.constantFrom(...routes).chain(({ pieces }) => grown(pieces).map((path) => path || "/"));
  const path = fc.oneof({ weight: 1, arbitrary: freePath }, { weight: 4, arbitrary: grownPath });
  return fc.tuple(
    fc.constantFrom(...METHODS, "get"),
    fc.tuple(path, suffix).map(([a, b]) => a + b),
  );
};
// Half of the tables have none.
const options: fc.Arbitrary<OracleOptions> = fc.oneof(
  fc.constant({}),
  fc.record({
    ignoreCase: fc.boolean(),
    mergeSlashes: fc.boolean(),
    trailingSlash: fc.constantFrom("strict" as const, "loose" as const),
  }),
);
const scenarioOf = (
  route: typeof routeArbitrary,
): fc.Arbitrary<[readonly OracleRoute[], OracleOptions, readonly (readonly [string, string])[]]> =>
  fc
    .array(route, { minLength: 1, maxLength: 12, size: "max" })
    .chain((routes) =>
      fc.tuple(
        fc.constant(routes),
        options,
        fc.array(requests(routes), { minLength: PATHS_PER_TABLE, maxLength: PATHS_PER_TABLE }),
      ),
    );

// Whether no text of a pattern is written with triplets: less has to be looked for in paths then.
function hasPlainText(pieces: readonly OraclePiece[]): boolean {
  return pieces.every((one) => {
    if ("group" in one) return hasPlainText(one.group);
    return "wildcard" in one || one.parts.every((part) => typeof part !== "string" || /^[\w.@-]*$/.test(part));
  });
}
const plainRoutes = routeArbitrary.filter(({ pieces }) => hasPlainText(pieces));

const ENCODER = new TextEncoder();
const OUT = new Int32Array(64);

/** The id that `matchInto` answers, and the params that lie where it says. */
function readOffsets(
  router: RouteLookup<OracleRoute>,
  method: string,
  path: string,
  { mergeSlashes }: { mergeSlashes?: boolean },
): [number, string[]] {
  const merge = (raw: string): string => (mergeSlashes ? raw.replace(/\/+/g, "/") : raw);
  OUT.fill(-7);
  const id = router.matchInto(method, path, OUT);
  const end = OUT.indexOf(-7);
  const texts = Array.from({ length: id < 0 ? 0 : end / 2 }, (_, i) => [OUT[2 * i] ?? 0, OUT[2 * i + 1] ?? 0] as const);
  return [
    id,
    texts.filter(([start]) => start >= 0).map(([start, to]) => decodeURIComponent(merge(path.slice(start, to)))),
  ];
}

function wasAdded(router: Router<OracleRoute>, route: OracleRoute): boolean {
  try {
    router.add(route.method, textOf(route.pieces), route, { source: "test" });
    return true;
  } catch (error) {
    expect((error as Error).message).toMatch(isWattErrorOf("ROUTE_DUPLICATE"));
    return false;
  }
}

function expectMatch(
  router: RouteLookup<OracleRoute>,
  method: string,
  path: string,
  expected: ReturnType<typeof oracleMatch>,
  what: string,
): void {
  const match = router.match(method, path);
  expect(match?.value && textOf(match.value.pieces), what).toBe(expected && textOf(expected.route.pieces));
  expect(Object.entries(match?.params ?? {}), what).toEqual(Object.entries(expected?.params ?? {}));
  // As bytes: half of a surrogate pair is none.
  if (!/\p{Surrogate}/u.test(path)) {
    const bytes = ENCODER.encode(` ${path} `);
    const found = router.matchBytes(method, bytes, 1, bytes.length - 1);
    expect([found?.route.id, Object.entries(found?.params ?? {})], what).toEqual([
      match?.route.id,
      Object.entries(match?.params ?? {}),
    ]);
  }
  const [id, texts] = readOffsets(router, method, path, router.options);
  const values = Object.values(expected?.params ?? {});
  expect([id, texts.map((text, i) => (typeof values[i] === "number" ? Number(text) : text))], what).toEqual([
    match?.route.id ?? -1,
    values,
  ]);
}

// Every route, the most general one first.
function expectAll(
  router: RouteLookup<OracleRoute>,
  method: string,
  path: string,
  all: ReturnType<typeof oracleMatches>,
  what: string,
): void {
  const found = router
    .matchAll(method, path)
    .map(({ value, params }) => [textOf(value.pieces), Object.entries(params)]);
  const expected = all.map(({ route, params }) => [textOf(route.pieces), Object.entries(params)]);
  expect(found, what).toEqual(expected.reverse());
}

test.each([
  ["any", routeArbitrary],
  ["any without triplets", plainRoutes],
])("%s table of routes answers any path as the oracle does", { timeout: TIMEOUT_MS }, (_, arbitrary) => {
  let tables = 0;
  let pairs = 0;
  let found = 0;
  fc.assert(
    fc.property(scenarioOf(arbitrary), ([routes, wanted, paths]) => {
      const kept: OracleRoute[] = [];
      const built = EXECUTORS.map((executor) => createRouter<OracleRoute>({ ...wanted, executor }));
      for (const router of built) {
        kept.splice(0);
        for (const route of routes) if (wasAdded(router, route)) kept.push(route);
      }
      // Compiled for one of them, by turns.
      const turn = tables++ % built.length;
      const aheadOfTime = compiled(built[turn] as Router<OracleRoute>, EXECUTORS[turn] ?? "walker");
      const routers: RouteLookup<OracleRoute>[] = [...built, aheadOfTime];
      const table = [JSON.stringify(wanted), ...kept]
        .map((route) => (typeof route === "string" ? route : `${route.method} ${textOf(route.pieces)}`))
        .join("\n");
      for (const router of routers) {
        const { executor, dynamic } = router.stats();
        expect([executor, "walker"]).toContain(dynamic === 0 ? "walker" : router.options.executor);
      }
      for (const [method, path] of paths) {
        const all = oracleMatches(kept, method, path, wanted);
        const [expected] = all;
        for (const router of [routers[0] as RouteLookup<OracleRoute>, aheadOfTime]) {
          expectAll(router, method, path, all, `${method} ${path}\n${table}`);
        }
        for (const router of routers) {
          expectMatch(router, method, path, expected, `${router.options.executor}: ${method} ${path}\n${table}`);
          expect(router.explain(method, path), path).toEqual(oracleExplain(kept, method, path, wanted));
        }
        pairs++;
        if (expected) found++;
      }
    }),
    { seed: SEED, numRuns: TABLES },
  );
  expect(pairs).toBeGreaterThanOrEqual(TABLES * PATHS_PER_TABLE);
  // A generator whose paths match nothing would prove nothing.
  expect(found / pairs).toBeGreaterThan(0.2);
});

test("what href writes, match reads back", { timeout: TIMEOUT_MS }, () => {
  const value = fc
    .oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
      fc.constantFrom("a/b", "%2F", "é", "a?b#c", "+ &"),
    )
    .filter((text) => text !== "." && text !== ".." && !/\p{Surrogate}/u.test(text));
  const rest = fc.array(value, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
  const isLink = (text: string): boolean => !text.startsWith("/") && !/(?:^|\/)\.\.?(?:\/|$)/.test(text);
  fc.assert(
    fc.property(value, rest.filter(isLink), (id, path) => {
      const router = createRouter<undefined>();
      const route = router.add("GET", "/é/:id/*path", undefined);
      expect({ ...router.match("GET", href(route, { id, path }, { q: path }))?.params }).toEqual({ id, path });
    }),
    { seed: SEED, numRuns: FULL ? 20_000 : 500 },
  );
});
