import { describe, expect, test } from "vitest";
import type { AnalyzeOptions } from "../../src/index.ts";
import { createRouter } from "../support.ts";
import { analyzed, lineOf } from "./analyzed.ts";

describe("analyze finds", () => {
  test.each<[string, readonly string[], readonly string[], AnalyzeOptions?]>([
    ["nothing in an empty table", [], []],
    ["nothing where routes have nothing to do with each other", ["GET /a", "GET /b/:x", "POST /a", "GET /c/*y"], []],
    ["nothing where one pattern includes the other", ["GET /users/me", "GET /users/:id", "GET /*rest"], []],
    [
      "each duplicate, whatever its params are called",
      ["GET /a/:x", "GET /a/:y", "POST /a/:x", "GET /a/:z"],
      ["duplicate 1 0", "duplicate 3 0"],
    ],
    ["constraints that accept the same texts", ["GET /:x(\\d)", "GET /:x([0-9])"], ["duplicate 1 0"]],
    ["texts that differ in case", ["GET /Users", "GET /users"], ["duplicate 1 0"], { ignoreCase: true }],
    ["methods that are none", ["get /a"], ["invalid 0"]],
    [
      "patterns that cannot be read",
      ["GET a", "GET /a+:", "GET /:a/:a", "GET /:x(.*)"],
      ["invalid 0", "invalid 1", "invalid 2", "invalid 3"],
    ],
    ["patterns that are too long", [`GET /${"a".repeat(2_000)}`], ["invalid 0"]],
    [
      "constraints that are too large",
      ["GET /:x([ab]*a[ab]{12})", "GET /:x(((a{64}){64}){64})"],
      ["invalid 0", "invalid 1"],
    ],
    ["no empty segment that can be left out", ["GET /a{/}?/b", "GET /c{/}?{/d}?"], []],
    [
      "an empty segment that cannot be left out",
      ["GET /a{/b}?//c", "GET {//d}?{/e}?//f"],
      ["empty-segment 0", "empty-segment 1"],
    ],
    ["an empty segment between others", ["GET /a//b", "GET /a/"], ["empty-segment 0"]],
    [
      "an empty segment that never comes",
      ["GET /a//b", "GET /a/", "GET //"],
      ["never-matches 0", "never-matches 2"],
      { mergeSlashes: true },
    ],
    [
      "dot segments, however they are written",
      ["GET /a/../b", "GET /%2E", "GET /.well-known", "GET /..."],
      ["dot-segment 0", "dot-segment 1"],
    ],
    ["a constraint with many states", ["GET /:x([ab]*a[ab]{9})", "GET /:x(uuid)"], ["large-constraint 0"]],
    [
      "what is longer than params may be",
      ["GET /:x(\\d{4})", "GET /:x(\\d{3})", "GET /f-:x.png"],
      ["never-matches 0", "never-matches 2"],
      { maxParamLength: 3 },
    ],
    ["a wildcard behind a limited param is reached", ["GET /:x", "GET /*y"], [], { maxParamLength: 3 }],
    [
      "a wildcard behind an optional param is reached by more segments",
      ["GET /:x?", "GET /*y"],
      ["ambiguous 0 1 /x -> 0"],
    ],
    ["a route that one other hides", ["GET /:a/*b", "GET /:x?/*y"], []],
    ["a route that two others hide", ["GET /:x([a])", "GET /:x([b])", "GET /:x(a|b)"], ["unreachable 2 0 1 /a -> 0"]],
    [
      "a route that others hide, of which one is not needed",
      ["GET /a", "GET /b", "GET /:x([a])/:y?", "GET /:z(a|b)"],
      ["ambiguous 2 3 /a -> 0", "unreachable 3 0 1 /a -> 0"],
    ],
    ["an optional part that is written out", ["GET /a/:x?", "GET /a", "GET /a/:x"], ["unreachable 0 1 2 /a -> 1"]],
    ["the root that is an optional part", ["GET /", "GET {/a}?", "GET /a"], ["unreachable 1 0 2 / -> 0"]],
    [
      "digits that are written out",
      [...Array.from({ length: 10 }, (_, i) => `GET /${i}`), "GET /:x(\\d)"],
      ["unreachable 10 0 1 2 3 4 5 6 7 8 9 /0 -> 0"],
    ],
    [
      "no digits that are written out, but for one",
      [...Array.from({ length: 9 }, (_, i) => `GET /${i}`), "GET /:x(\\d)"],
      [],
    ],
    ["a HEAD route behind a GET route", ["GET /:x(\\d)", "HEAD /:x(\\d|a)", "GET /a"], ["unreachable 1 0 2 /1 -> 0"]],
    ["a GET route is not behind a HEAD route", ["HEAD /a", "GET /:x([a])"], ["method-partial 1 0 /a -> 1"]],
    ["a HEAD route beside a GET route that is as good", ["GET {/a}?", "HEAD {/b}?"], []],
    ["a HEAD route beside a GET route of its pattern", ["GET /a/:x", "HEAD /a/:y"], []],
    ["two routes that share paths", ["GET /:a/b", "GET /a/:b"], ["ambiguous 1 0 /a/b -> 1"]],
    [
      "two routes of which a third has what they share",
      ["GET /:a/b", "GET /a/:b", "GET /a/b"],
      ["ambiguous 1 0 /a/b -> 2"],
    ],
    [
      "two routes of which a third has a part of what they share",
      ["GET /:a/b/:c", "GET /a/:b/:c", "GET /a/b/c"],
      ["ambiguous 1 0 /a/b/x -> 1"],
    ],
    ["two affixed segments that share texts", ["GET /a:x", "GET /:x.b"], ["ambiguous 1 0 /ax.b -> 1"]],
    [
      "the shortest of the paths that two routes share",
      ["GET /:a{/:x}?/b", "GET /b{/:y}?/:z"],
      ["ambiguous 1 0 /b/b -> 1"],
    ],
    ["nothing shared by paths that never come", ["GET /a{//b}?", "GET /a{/}?/b"], [], { mergeSlashes: true }],
    ["a limit that is beyond what comes in requests", ["GET /:x", "GET /*y"], [], { maxParamLength: 1e9 }],
    [
      "which spelling counts of two that accept the same",
      ["GET /:a(\\d+)/b", "GET /:b([0-9]+)/a", "GET /:c([1-9x]+)/:d"],
      ["ambiguous 0 2 /1/b -> 0", "ambiguous 1 2 /1/a -> 1"],
    ],
    ["two affixed segments that share no text", ["GET /a:x", "GET /b:x"], []],
    ["a better route for another method", ["POST /users/:id", "GET /users/me"], ["method-partial 0 1 /users/me -> 0"]],
    ["no other method, where a third route has it", ["POST /users/:id", "GET /users/me", "POST /users/me"], []],
    [
      "another method, where a third route has a part of it",
      ["POST /:a/:b", "GET /a/:b", "POST /a/x"],
      ["method-partial 0 1 /a/y -> 0", "method-partial 1 2 /a/x -> 1"],
    ],
    [
      "nothing across slashes at the end, even where they are loose",
      ["GET /a", "GET /a/"],
      [],
      { trailingSlash: "loose" },
    ],
  ])("%s", (_, routes, expected, options) => {
    const { findings, counts } = analyzed(routes, options);
    expect(findings.map(lineOf).toSorted()).toEqual(expected.toSorted());
    expect(counts.error + counts.warning + counts.info).toBe(findings.length);
    const router = createRouter<number>(options);
    for (const [i, line] of routes.entries()) {
      if (findings.some(({ kind, routes: [first] }) => /^(duplicate|invalid)$/.test(kind) && first?.index === i))
        continue;
      const [method = "", pattern = ""] = line.split(" ");
      router.add(method, pattern, i, { source: "test" });
    }
    for (const {
      witness,
      winner,
      routes: [first],
    } of findings) {
      if (witness !== undefined) expect(router.match(first!.method, witness)?.value, witness).toBe(winner!.index);
    }
  });

  test("what takes too much work is undecided, and all the rest is decided", () => {
    const hard = [1, 2, 3, 4, 5, 6, 7].map((n) => `GET /:x([a-f]*[a-${"abcdefg"[n - 1]}][a-f]{${n}})`);
    const { findings } = analyzed([...hard, "GET /b/:x", "GET /b/:y"], { budget: 20_000 });
    const open = findings.filter(({ kind }) => kind === "undecided");
    expect(findings.map(lineOf)).toContain("duplicate 8 7");
    expect(open.length).toBeGreaterThan(1);
    expect(open.every(({ severity, routes }) => severity === "warning" && routes.every(({ index }) => index < 7))).toBe(
      true,
    );
    // The work for pairs is used up: what is about all of the table comes last.
    expect(findings.at(-1)?.routes).toEqual([]);
  });

  test("words that are all written out are found at once, and only they", () => {
    const numbers = Array.from({ length: 400 }, (_, i) => `GET /${i + 100}/x`);
    const { findings } = analyzed([...numbers, "GET /500/x", "GET /20/x", "GET /:n([1-4]\\d\\d)/x"], {
      budget: 150_000,
    });
    expect(findings.map(({ kind }) => kind)).toEqual(["unreachable"]);
    expect(findings[0]?.routes.map(({ index }) => index)).toEqual([402, ...numbers.keys()]);
  });

  test.each([
    ["optional parts side by side", [`GET ${"{/a}?".repeat(40)}/b`]],
    ["affixed segments that are told apart by their texts", Array.from({ length: 200 }, (_, i) => `GET /:n.e${i}x`)],
  ])("nothing, with little work: %s", (_, routes) => {
    expect(analyzed(routes, { budget: 100_000 }).findings).toEqual([]);
  });

  test("what pairs share, however much work single routes were", () => {
    const routes = Array.from({ length: 300 }, (_, i) => `GET /r${i}/:x/:y/z`);
    // Single routes take most of it.
    const { findings } = analyzed([...routes, "GET /a/:b", "GET /:a/b"], { budget: 6_500 });
    expect(findings.map(({ kind }) => kind)).toEqual(["ambiguous"]);
  });

  test("what is too hard about two routes says nothing about the others", () => {
    const long = `GET /${"a".repeat(950)}:x(b{64})`;
    const { findings } = analyzed([long, "GET /:x.png", "GET /c/:y", "GET /:z/c"]);
    expect(findings.map(lineOf).toSorted()).toEqual([
      "ambiguous 2 3 /c/c -> 2",
      "undecided 0",
      "undecided 0 1",
      "undecided 0 3",
    ]);
  });
});
