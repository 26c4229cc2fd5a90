import fc from "fast-check";
import { expect, test } from "vitest";
import { createRouter, href, isWattErrorOf } from "./support.ts";
import { oracleExplain, oracleMatch, type OracleRoute, sameShape } from "./oracle/naive-router.ts";

const FULL = process.env["WATT_FULL"] === "1";
const PATHS_PER_TABLE = 20;
const TABLES = (FULL ? 100_000 : 2_000) / PATHS_PER_TABLE;
const SEED = Number(process.env["WATT_SEED"] ?? 1);
const TIMEOUT_MS = FULL ? 180_000 : 15_000;
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
const WILD_CHANCE = 6;

const staticSegment = fc.constantFrom(...STATIC);
const patternSegment = fc.oneof({ weight: 3, arbitrary: staticSegment }, { weight: 2, arbitrary: fc.constant(":") });
const routeArbitrary: fc.Arbitrary<OracleRoute> = fc
  .tuple(fc.constantFrom(...METHODS), fc.array(patternSegment, { minLength: 1, maxLength: 4 }), fc.nat(WILD_CHANCE))
  .map(([method, segments, wild]) => {
    const named = [...segments, ...(wild === 0 ? ["*"] : [])].map((s, i) => (s === ":" || s === "*" ? `${s}p${i}` : s));
    return { method, pattern: `/${named.join("/")}` };
  });
const pathSegment = fc.oneof(
  { weight: 16, arbitrary: staticSegment },
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.constantFrom(...MALFORMED) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
);
const freePath = fc.array(pathSegment, { maxLength: 5 }).map((segments) => `/${segments.join("/")}`);
const suffix = fc.constantFrom("", "", "", "", "", "", "", "?", "?q=%zz/a", "#h", "#?", "/", "//");

// Most paths are grown from a route, so that deep matches are common.
const requests = (routes: readonly OracleRoute[]): fc.Arbitrary<readonly [string, string]> => {
  const grown = fc.constantFrom(...routes).chain(({ pattern }) =>
    fc.tuple(
      ...pattern
        .slice(1)
        .split("/")
        .map((s) =>
          /^[:*]/.test(s)
            ? pathSegment
            : fc.oneof({ weight: 9, arbitrary: fc.constant(s) }, { weight: 1, arbitrary: pathSegment }),
        ),
    ),
  );
  const grownPath = grown.map((segments) => `/${segments.join("/")}`);
  const path = fc.oneof({ weight: 1, arbitrary: freePath }, { weight: 4, arbitrary: grownPath });
  return fc.tuple(
    fc.constantFrom(...METHODS, "get"),
    fc.tuple(path, suffix).map(([a, b]) => a + b),
  );
};
const scenario = fc
  .array(routeArbitrary, { minLength: 1, maxLength: 12 })
  .chain((routes) =>
    fc.tuple(
      fc.constant(routes),
      fc.array(requests(routes), { minLength: PATHS_PER_TABLE, maxLength: PATHS_PER_TABLE }),
    ),
  );

test("any table of routes answers any path as the oracle does", { timeout: TIMEOUT_MS }, () => {
  let pairs = 0;
  let found = 0;
  fc.assert(
    fc.property(scenario, ([routes, paths]) => {
      const router = createRouter<OracleRoute>();
      const kept: OracleRoute[] = [];
      for (const route of routes) {
        const other = kept.find((one) => one.method === route.method && sameShape(one, route));
        if (other) {
          expect(() => router.add(route.method, route.pattern, route)).toThrow(isWattErrorOf("ROUTE_DUPLICATE"));
        } else {
          router.add(route.method, route.pattern, route, "test");
          kept.push(route);
        }
      }
      for (const [method, path] of paths) {
        const expected = oracleMatch(kept, method, path);
        const match = router.match(method, path);
        expect(match?.value, `${method} ${path}`).toBe(expected?.route);
        expect(Object.entries(match?.params ?? {}), path).toEqual(Object.entries(expected?.params ?? {}));
        expect(router.explain(method, path), path).toEqual(oracleExplain(kept, method, path));
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
