import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnalyzableRoute, analyze, type AnalyzeOptions, type Finding, formatReport } from "../../src/index.ts";
import { createRouter } from "../support.ts";
import { lineOf } from "./analyzed.ts";
import { FAMILIES } from "./tables.ts";

const FULL = process.env["WATT_FULL"] === "1";
const SEED = Number(process.env["WATT_SEED"] ?? 1);

// `GET /a` or `GET api.example.com /a`.
function routesOf(lines: readonly string[]): AnalyzableRoute[] {
  return lines.map((line, i) => {
    const words = line.split(" ");
    const [method = "", host, pattern = ""] = words.length === 3 ? words : [words[0], undefined, words[1]];
    return { method, pattern, host, source: `app.ts:${i + 1}` };
  });
}

function checkWitness(
  { kind, routes, witness, winner, host }: Finding,
  all: readonly AnalyzableRoute[],
  options: object,
): void {
  if (kind === "duplicate" || kind === "invalid" || witness === undefined) return;
  const router = createRouter<number>(options);
  for (const [i, { method, pattern, host: rule }] of all.entries()) {
    router.add(method, pattern, i, { source: "test", ...(rule !== undefined && { host: rule }) });
  }
  expect(router.match(routes[0]!.method, witness, host)?.value, `${kind} ${host}${witness}`).toBe(winner!.index);
}

// What a finding says but for the path that shows it: of two that are as short, `/` goes its own way behind a host. Which of
// two ambiguous routes is the better one is about that path.
function saidBy({ kind, routes }: Finding): string {
  const indexes = routes.map(({ index }) => index);
  return `${kind} ${(kind === "ambiguous" ? indexes.sort() : indexes).join(" ")}`;
}

describe("routes with rules for hosts", () => {
  test.each<[string, readonly string[], readonly string[], AnalyzeOptions?]>([
    ["are no duplicates of those without", ["GET a.com /x", "GET /x", "GET b.com /x"], []],
    [
      "are duplicates where hosts and paths are",
      ["GET a.com /:x", "GET b.com /:x", "GET a.com /:y"],
      ["duplicate 2 0"],
    ],
    ["are no duplicates of a path that looks so", ["GET a.com /x", "GET /a.com/x"], []],
    [
      "share what others have for themselves",
      ["GET *h.com /:x", "GET :l.com /:x", "GET :k(a|b).com /:y?/:z"],
      ["ambiguous 2 0 /x -> 2", "ambiguous 2 1 /x -> 2"],
    ],
    [
      "hide what they take all of",
      ["GET :l.com /x", "GET *h.com /x", "GET :k.com /:y([x])"],
      ["unreachable 2 0 /x -> 0"],
    ],
    ["hide none without a rule", ["GET *h /:x", "GET /:x"], []],
    ["are hidden by none without a rule", ["GET /x", "GET :h.com /:x"], []],
    ["share what hosts and paths both share", ["GET a.:x /y", "GET :z.b /y"], ["ambiguous 1 0 /y -> 1"]],
    ["share nothing on other hosts", ["GET a.com /:x/b", "GET b.com /a/:y"], []],
    ["may be for another method on some host", ["GET a.b.com /x", "POST *h.com /:y"], ["method-partial 1 0 /x -> 1"]],
    [
      "take `/` where all else is left out",
      ["GET a.com {/x}?", "GET a.com /", "GET a.com /x"],
      ["unreachable 0 1 2 / -> 1"],
    ],
    ["answer `/` where all is left out", ["GET a.com {/x}?", "GET a.com /x"], []],
    [
      "look for `/` itself before what is left out",
      ["GET a.com {/x}?", "GET a.com {/y}?{/}?", "GET a.com /x"],
      ["ambiguous 1 0 / -> 1", "unreachable 0 1 2 / -> 1"],
    ],
    [
      "never match a name that no host has",
      ["GET a.com. /x", "GET :x([$]) /x", "GET b.com /x"],
      ["never-matches 0", "never-matches 1"],
    ],
    [
      "never match a host that is too long",
      ["GET :x(abcd|efgh).com /", "GET ab.com /"],
      ["never-matches 0"],
      { maxParamLength: 5 },
    ],
    ["are no rivals where they never match", ["GET a.com. /x", "GET :h.com /x"], ["never-matches 0"]],
    ["accept in paths what no host has", ["GET :h([a-z~]+) /:x([a-z~]+)", "GET :h([a-z~]+) /:x([a-z]+)"], []],
    ["are refused where the rule is none", ["GET A.com /x", "GET /x"], ["invalid 0"]],
    ["have no empty segments of their own", ["GET a.com /", "GET b.com //x"], ["empty-segment 1"]],
  ])("%s", (_, lines, expected, options = {}) => {
    const routes = routesOf(lines);
    const { findings } = analyze(routes, options);
    expect(findings.map(lineOf).toSorted()).toEqual(expected.toSorted());
    if (findings.every(({ kind }) => kind !== "duplicate" && kind !== "invalid")) {
      for (const finding of findings) checkWitness(finding, routes, options);
    }
  });

  test("are named with their hosts, counted, and go first", () => {
    const report = analyze(routesOf(["GET /z", "GET a.:x /y", "POST a.:x /y", "GET :z.b /y"]));
    expect(report.findings.map(({ host, witness }) => `${host}${witness}`)).toEqual(["a.b/y", "a.b/y"]);
    expect(report.order.map(({ index }) => index)).toEqual([3, 1, 2, 0]);
    expect(report.statistics).toMatchObject({ hosted: 3, shapes: 3, depth: { least: 1, most: 1, mean: 1 } });
    const text = formatReport(report);
    expect(text).toContain("GET :z.b/y and GET a.:x/y share paths");
    expect(text).toContain("  GET a.:x/y  app.ts:2\n");
    expect(text).toContain("  path: a.b/y  goes to GET :z.b/y\n");
    expect(text).toContain("POST a.b/y is answered by POST a.:x/y: GET :z.b/y fits better, but is for GET.");
    expect(text).toContain("add POST :z.b/y,");
  });

  test.each(FAMILIES.slice(0, 4))(
    "are found as without, on one host: $name",
    { timeout: FULL ? 300_000 : 15_000 },
    ({ tables }) => {
      fc.assert(
        fc.property(tables, (table) => {
          const plain = table.map(({ method, pattern }, i) => ({ method, pattern, source: `${i}` }));
          const hosted = plain.map((route) => ({ ...route, host: "api.example.com" }));
          const findings = analyze(hosted).findings;
          expect(findings.map(saidBy).sort()).toEqual(analyze(plain).findings.map(saidBy).sort());
          if (findings.some(({ kind }) => kind === "duplicate")) return;
          for (const finding of findings) checkWitness(finding, hosted, {});
        }),
        { seed: SEED, numRuns: FULL ? 1_000 : 40 },
      );
    },
  );
});
