import { describe, expect, test } from "vitest";
import type { Case, Inputs, OperationSuite, SocketSuite } from "../src/api.ts";
import { floor } from "../src/floor/index.ts";
import { createRandom } from "../src/frame/random.ts";
import { firstWrongAnswer, describeWrongAnswer } from "../src/frame/verify.ts";
import { checkAnswer } from "../src/load/check-answer.ts";
import { normalise } from "../src/render/normalise.ts";
import { render } from "../src/render/index.ts";
import { request } from "../src/request/index.ts";
import { route } from "../src/route/index.ts";

const LEAST_INPUTS = 1024;
// Where one input is a page of hundreds or thousands of values.
const LARGE: Readonly<Record<string, number>> = { page: 256, table: 64, tree: 64 };
const CHECKED_LARGE = 6;
const CHECKED: Readonly<Record<string, number>> = { floor: 1024, route: 1024, render: 48 };
// Not the seed of published runs: tables must not be known to what they measure.
const SEED = 77;

// Rows that have goals before they are there.
const PLANNED = ["conduit .with", "conduit .with (leased)"];

const operations: readonly OperationSuite[] = [floor, route, render];

describe.each(operations)("suite $name", (suite) => {
  const made = new Map(suite.cases.map((benchmark) => [benchmark.name, once(() => inputsOf(suite, benchmark))]));
  test("has caveats, a reference among its engines, and names that are unique", () => {
    checkHead(suite);
  });

  test("has goals of cases that there are, beside engines that there are", () => {
    const engines = suite.engines.map(({ name }) => name);
    for (const { engine, case: name, against, most, least } of suite.goals ?? []) {
      expect(suite.cases.map((benchmark) => benchmark.name)).toEqual(expect.arrayContaining([name].flat()));
      expect(engines).toEqual(expect.arrayContaining([against?.engine ?? []].flat()));
      expect(engines.concat(PLANNED)).toContain(engine);
      expect(most ?? least).toBeGreaterThanOrEqual(0);
    }
  });

  test.each(suite.cases)("$name rotates through many inputs in whole batches", (benchmark) => {
    const { list, batch } = suite.inputs(benchmark, createRandom(SEED));
    const count = LARGE[benchmark.group] ?? LEAST_INPUTS;
    // A table has only so many static paths; every other case has inputs that differ.
    const least = benchmark.name.includes("static") ? 5 : count / 2;
    expect(new Set(list.map((input) => JSON.stringify(input))).size).toBeGreaterThanOrEqual(least);
    expect(list.length).toBeGreaterThanOrEqual(count);
    expect(list.length % batch).toBe(0);
  });

  test.each(suite.engines)("$name answers every case right", { timeout: 30_000 }, async (entry) => {
    const engine = await entry.load();
    for (const benchmark of suite.cases) {
      const operation = engine.prepare(benchmark);
      if ("cannot" in operation) {
        // Peers may have their limits.
        expect(entry.own, operation.cannot).not.toBe(true);
        continue;
      }
      const inputs = made.get(benchmark.name)!();
      const count = benchmark.group in LARGE ? CHECKED_LARGE : CHECKED[suite.name];
      const wrong = await firstWrongAnswer(operation, inputs, count);
      expect(wrong && describeWrongAnswer(wrong), benchmark.name).toBeUndefined();
    }
  });
});

describe("suite request", () => {
  test("has caveats, a reference among its engines, and names that are unique", () => {
    checkHead(request);
  });

  test.each(request.engines)("$name answers every case right", { timeout: 30_000 }, async (entry) => {
    const server = await (await entry.load()).start();
    try {
      for (const benchmark of request.cases) {
        for (const exchange of benchmark.exchanges(createRandom(SEED)).slice(0, 8)) {
          expect(await checkAnswer(server.port, benchmark, exchange), benchmark.name).toBeUndefined();
        }
      }
    } finally {
      await server.close();
    }
  });
});

/** Inputs whose answers are worked out once for all engines. */
function inputsOf(suite: OperationSuite, benchmark: Case): Inputs {
  const inputs = suite.inputs(benchmark, createRandom(SEED));
  const answers = inputs.list.map((_, index) => once(() => inputs.expected(index)));
  return { ...inputs, expected: (index) => answers[index]!() };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function checkHead(suite: OperationSuite | SocketSuite): void {
  const engines = suite.engines.map(({ name }) => name);
  const cases = suite.cases.map(({ name }) => name);
  expect(suite.caveats.length).toBeGreaterThan(0);
  expect(engines).toContain(suite.reference);
  expect(new Set(engines).size).toBe(engines.length);
  expect(new Set(cases).size).toBe(cases.length);
}

test("the same seed gives the same inputs, another seed gives others", () => {
  const [benchmark] = route.cases;
  if (benchmark === undefined) throw new Error("no case");
  const spell = (seed: number): string => JSON.stringify(route.inputs(benchmark, createRandom(seed)).list);
  const one = route.cases.find(({ kind }) => kind === "one") ?? benchmark;
  const dynamic = (seed: number): string => JSON.stringify(route.inputs(one, createRandom(seed)).list);
  expect(spell(1)).toBe(spell(1));
  expect(dynamic(1)).not.toBe(dynamic(2));
});

describe("normalise", () => {
  test.each([
    ["quotes", "<p>&quot;&#x27;</p>", "<p>&#34;&#39;</p>"],
    ["numeric references", "<p>&#38;&#60;&#61;</p>", "<p>&amp;&lt;=</p>"],
    ["a bare > in text", "<p>a > b</p>", "<p>a &gt; b</p>"],
    ["bare characters in an attribute value", "<a title=\"a<b & 'c'\">", '<a title="a&lt;b &amp; &#39;c&#39;">'],
    ["bare quotes in text", `<p>"a" 'b'</p>`, "<p>&#34;a&#34; &#39;b&#39;</p>"],
    ["quotes of an attribute", `<a title='a"b' id=x1>`, '<a title="a&#34;b" id="x1">'],
    ["an attribute's name", '<time dateTime="1">', '<time datetime="1">'],
    ["the order of attributes", '<a id="x" class="y">', '<a class="y" id="x">'],
    ["what a framework marks", "<!--[--><p>a</p><!--]--><!---->", "<p>a</p>"],
    ["void elements", '<meta charset="utf-8"/>', '<meta charset="utf-8">'],
  ])("takes two spellings of %s for one", (_, first, second) => {
    expect(normalise(first)).toBe(normalise(second));
  });

  test.each([
    ["an element and its escaped text", "<b>x</b>", "&lt;b>x&lt;/b>"],
    ["an ampersand and the reference of one", "<p>&amp;lt;</p>", "<p>&lt;</p>"],
    ["a comment that says something", "<p>a<!-- b --></p>", "<p>a</p>"],
    ["an unescaped tag and its text", "<p>a<b c</p>", "<p>a&lt;b c</p>"],
    ["which of two attributes comes first", "<a id=x id=y>", "<a id=y id=x>"],
    ["an attribute and its absence", "<a id=x>", "<a>"],
    ["a value that ends early", '<a title="a"b">', '<a title="a&#34;b">'],
    ["an attribute value with a reference and with its text", '<a title="&amp;lt;">', '<a title="&lt;">'],
  ])("keeps apart %s", (_, first, second) => {
    expect(normalise(first)).not.toBe(normalise(second));
  });
});
