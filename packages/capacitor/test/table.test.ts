import { describe, expect, test } from "vitest";
import { findStatic } from "../src/static/find-static.ts";
import { planStatic } from "../src/static/plan-static.ts";
import { planRadix } from "../src/radix/plan-radix.ts";
import { createRadixTree } from "../src/radix/radix-node.ts";
import { parsePattern } from "../src/pattern/parse-pattern.ts";
import { createRouter } from "./support.ts";

function staticTable(paths: readonly string[]): { words: Int32Array; find: (path: string) => number } {
  const plan = planStatic(paths);
  // Memory that was used before.
  const words = new Int32Array(plan.words).fill(-7);
  plan.write(words);
  return { words, find: (path) => findStatic(words, paths, path) };
}

describe("the hash of static paths", () => {
  const numbered = Array.from({ length: 5_000 }, (_, i) => `/api/v1/items/${String(i).padStart(5, "0")}/detail`);
  // More than the hash samples, and alike in all but two places.
  const alike = Array.from(
    { length: 400 },
    (_, i) => `/${"x".repeat(i % 20)}y${"x".repeat(19 - (i % 20))}/${i % 7}${i}`,
  );

  test.each([
    ["none", []],
    ["the root", ["/"]],
    ["lengths", ["/", "/a", "/aa", "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]],
    ["anagrams", ["/abc", "/acb", "/bac", "/bca", "/cab", "/cba"]],
    ["numbers", numbered],
    ["paths that look alike", [...new Set(alike)]],
  ])("finds each of its paths and nothing else: %s", (_, paths) => {
    const { find } = staticTable(paths);
    expect(paths.map(find)).toEqual(paths.map((_, i) => i));
    const others = paths.flatMap((path) => [
      `${path}x`,
      path.slice(0, -1),
      `${path.slice(0, -1)}~`,
      path.toUpperCase(),
    ]);
    const known = new Set(paths);
    const wrong = ["", "/", "/aaa", "x".repeat(500), ...others].filter((path) => !known.has(path));
    expect(wrong.filter((path) => find(path) !== -1)).toEqual([]);
  });

  // Twelve places with two characters each: six positions leave 64 paths alike.
  const binary = Array.from({ length: 2 ** 12 }, (_, i) => `/${i.toString(2).padStart(12, "0")}`);

  test.each([
    ["a few, when they tell the paths apart", numbered, 6],
    ["all of them, when a few do not", binary, 13],
  ])("reads %s of a path's characters", (_, paths, most) => {
    const { find } = staticTable(paths);
    expect(paths.map(find)).toEqual(paths.map((_, i) => i));
    let steps = 0;
    const target = paths[1_234] ?? "";
    const counted = { length: target.length, charCodeAt: (i: number) => (steps++, target.charCodeAt(i)) };
    find(counted as unknown as string);
    expect(steps).toBeLessThanOrEqual(most);
    expect(steps).toBeGreaterThan(most / 2);
  });

  test("is built from where two paths differ, even when the sampled ones are alike elsewhere", () => {
    // Every path that is sampled (every second one) differs in its first half, the others in the second.
    const paths = Array.from({ length: 128 }, (_, i) => (i % 2 ? `/aaaa${1000 + i}` : `/${1000 + i}aaaa`));
    const { find } = staticTable(paths);
    expect(paths.map(find)).toEqual(paths.map((_, i) => i));
  });
});

describe("the image", () => {
  const patterns = [
    "/users/:id",
    "/users/:id/posts",
    "/uses/:id",
    "/files/*path",
    "/:a/:b",
    "/u/:x/y/:z",
    "/:a/*rest",
    "/x{/:y}?/z",
    "/:n.png",
  ];

  function image(order: readonly string[]): string {
    const parsed = order.map((pattern) => parsePattern(pattern, "test"));
    const leafOf = (ended: readonly number[]): number =>
      Math.min(...ended.map((i) => patterns.indexOf(order[i] ?? "")));
    const plan = planRadix(createRadixTree(parsed, leafOf), ({ test }) =>
      test === undefined ? 0 : test.suffix.length,
    );
    const [words, bytes] = [new Int32Array(plan.words), new Uint8Array(plan.labelBytes)];
    plan.write({ words, halves: new Uint16Array(), bytes }, 0, 0);
    return `${words} ${bytes}`;
  }

  test("does not depend on the order of registration", () => {
    expect(image(patterns.toReversed())).toBe(image(patterns));
    expect(image([...patterns].sort())).toBe(image(patterns));
  });

  test("takes few bytes a route", () => {
    const router = createRouter<number>();
    for (let i = 0; i < 1_000; i++)
      router.add("GET", `/api/v1/group${i % 50}/items${i}/:id/detail`, i, { source: "test" });
    const { imageBytes, ...counts } = router.stats();
    expect(counts).toEqual({ routes: 1_000, static: 0, dynamic: 1_000, executor: "wasm" });
    expect(imageBytes / 1_000).toBeLessThan(64);
  });
});

describe("large tables", () => {
  test("each of 3,000 routes is found, and none a character away", () => {
    const router = createRouter<number>();
    const paths = Array.from({ length: 3_000 }, (_, i) => {
      const kind = i % 3;
      const head = `/api/v${i % 4}/res${i}`;
      router.add("GET", kind === 0 ? head : kind === 1 ? `${head}/:id` : `${head}/:id/sub/*rest`, i, {
        source: "test",
      });
      return kind === 0 ? head : kind === 1 ? `${head}/x1` : `${head}/x1/sub/a/b`;
    });
    expect(paths.map((path) => router.match("GET", path)?.value)).toEqual(paths.map((_, i) => i));
    expect(paths.filter((path) => router.match("GET", path.replace("res", "rez")))).toEqual([]);
  });
});
