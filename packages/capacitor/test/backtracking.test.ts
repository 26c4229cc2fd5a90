import { describe, expect, test } from "vitest";
import { createRouter } from "./support.ts";

interface Steps {
  count: number;
}

// A path that matches nothing is only read character by character, and each reading is counted.
function countedPath(text: string, steps: Steps): string {
  const path = {
    length: text.length,
    charCodeAt(i: number): number {
      steps.count++;
      return text.charCodeAt(i);
    },
  };
  return path as unknown as string;
}

function stepsOf(patterns: readonly string[], path: string): number {
  const router = createRouter<string>({ executor: "walker" });
  for (const pattern of patterns) router.add("GET", pattern, pattern, { source: "test" });
  const steps: Steps = { count: 0 };
  expect(router.match("GET", path)).toBeUndefined();
  expect(router.match("GET", countedPath(path, steps))).toBeUndefined();
  return steps.count;
}

const lengthOf = (patterns: readonly string[]): number => patterns.join("").length;

/** Every mix of `a` and a param over `depth` segments, then `z`: a path that ends otherwise tries each. */
function everyMix(depth: number): string[] {
  return Array.from({ length: 2 ** depth }, (_, bits) => {
    const segments = Array.from({ length: depth }, (_, i) => ((bits >> i) & 1 ? "a" : `:p${i}`));
    return `/${segments.join("/")}/z`;
  });
}

/** One param that moves through `depth` segments, and a wildcard behind each prefix for another method's sake. */
function movingParam(depth: number): string[] {
  return Array.from({ length: depth }, (_, at) => {
    const segments = Array.from({ length: depth }, (_, i) => (i === at ? ":p" : "a"));
    return `/${segments.join("/")}/z`;
  });
}

const missed = (depth: number, segment = "a"): string => `/${Array.from({ length: depth }, () => segment).join("/")}/y`;

describe("a path that goes wrong at its last segment", () => {
  test.each([2, 4, 6, 8, 10])("costs no more than the table is long: every mix of %i", (depth) => {
    const patterns = everyMix(depth);
    expect(stepsOf(patterns, missed(depth))).toBeLessThan(2 * lengthOf(patterns));
  });

  test.each([8, 16, 32, 64])("costs no more than the table is long: a param at each of %i places", (depth) => {
    const patterns = movingParam(depth);
    expect(stepsOf(patterns, missed(depth))).toBeLessThan(2 * lengthOf(patterns));
  });

  test("costs twice as much when the table is twice as large", () => {
    const steps = [6, 7, 8, 9].map((depth) => stepsOf(everyMix(depth), missed(depth)));
    for (let i = 1; i < steps.length; i++) expect((steps[i] ?? 0) / (steps[i - 1] ?? 1)).toBeLessThan(2.2);
  });

  test("costs twice as much when its segments are twice as long", () => {
    const patterns = everyMix(6).map((pattern) => pattern.replaceAll("/a", "/aaaaaaaa"));
    const [short = 0, long = 0] = [missed(6, "aaaaaaaa"), missed(6, "a".repeat(16))].map((path) =>
      stepsOf(patterns, path),
    );
    expect(long / short).toBeLessThan(2.2);
  });

  test("is not tried further than the table goes, however long it is", () => {
    const patterns = everyMix(5);
    // What is left is one search of a regular expression, to see whether the path has another spelling.
    const [short = 0, long = 0] = [missed(1_000), missed(2_000)].map((path) => stepsOf(patterns, path));
    expect(long - short).toBe(0);
  });
});

describe("what can be read in many ways", () => {
  const optional = (count: number): string =>
    `${Array.from({ length: count }, (_, i) => `{/:p${i}}?{/a}?`).join("")}/z`;
  const wildcards = (count: number): string => `${Array.from({ length: count }, (_, i) => `/*w${i}/a`).join("")}/z`;

  test.each([4, 8, 16, 32])(
    "%i optional params, and as many optional texts: each place once at each segment",
    (count) => {
      const path = missed(count);
      expect(stepsOf([optional(count)], path)).toBeLessThan(16 * count * path.length);
    },
  );

  test.each([1, 2, 4, 8])("%i wildcards one after another: each at each segment once", (count) => {
    const path = missed(64);
    expect(stepsOf([wildcards(count)], path)).toBeLessThan(16 * count * path.length);
  });

  test("takes a table of the size of the patterns", () => {
    const bytes = [8, 16, 32].map((count) => {
      const router = createRouter<number>();
      router.add("GET", optional(count), 1, { source: "test" });
      return router.stats().imageBytes;
    });
    for (let i = 1; i < bytes.length; i++) expect((bytes[i] ?? 0) / (bytes[i - 1] ?? 1)).toBeLessThan(4.5);
  });

  test("finds where the params lie as fast", () => {
    const router = createRouter<number>();
    router.add("GET", `${Array.from({ length: 24 }, (_, i) => `{/:p${i}/a}?`).join("")}/:last`, 1, { source: "test" });
    const match = router.match("GET", `${"/a/a".repeat(12)}/end`);
    expect(Object.keys(match?.params ?? {}).length).toBe(13);
    expect(match?.params["last"]).toBe("end");
  });
});
