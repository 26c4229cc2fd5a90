import { join } from "node:path";

/** The package, whose sources the modules import. */
export const PACKAGE: string = join(import.meta.dirname, "../..");

// A pattern with all that makes types work, and the params that a link to it takes.
type Sample = (i: number) => readonly [pattern: string, params: string];

const SAMPLES: readonly Sample[] = [
  (i) => [`/static${i}/list`, ""],
  (i) => [`/users${i}/:id${i}`, `{ id${i}: "7" }`],
  (i) => [`/orgs${i}/:org/repos/:repo(slug)/issues/:number(int)`, `{ org: "a", repo: "b", number: 1 }`],
  (i) => [`/posts${i}/:state(draft|published)/:page(int)?`, `{ state: "draft" }`],
  (i) => [`/files${i}/:name.:ext`, `{ name: "a", ext: "b" }`],
  (i) => [`/docs${i}{/:lang(alpha)}?/pages/*path`, `{ path: "a" }`],
  (i) => [`/days${i}/:year(\\d{4})-:month(\\d\\d)`, `{ year: "2026", month: "11" }`],
];

/** `count` links to as many patterns. */
export function linksModule(count: number): string {
  const lines = samples(count).map(
    ([pattern, params]) => `links.push(href(${[JSON.stringify(pattern), params].join()}));`,
  );
  return moduleOf("href", "const links: string[] = [];", lines);
}

/** `count` routes, and a link to each. */
export function routesModule(count: number): string {
  const lines = samples(count).map(
    ([pattern, params], i) =>
      `const route${i} = router.add("GET", ${JSON.stringify(pattern)}, ${i});\n` +
      `links.push(href(${[`route${i}`, params].join()}));`,
  );
  return moduleOf("createRouter, href", "const router = createRouter<number>();\nconst links: string[] = [];", lines);
}

/** `count` typed queries; of each the values are read and written. */
export function queriesModule(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, i) =>
      `const query${i} = query("q${i}, page: int = 1, sort?: newest|oldest, tag: string[], from?: int(1..${i + 1})");\n` +
      `links.push(query${i}.parse("").values.sort ?? query${i}.write({ q${i}: "" }));`,
  );
  return moduleOf("query", "const links: string[] = [];", lines);
}

/** One query of `count` fields over as many lines. */
export function longQueryModule(count: number): string {
  const fields = Array.from({ length: count }, (_, i) => `\n\tfield${i}: 'a, b'|c = 'a, b',`).join("");
  return moduleOf("query", `export const parser = query(\`${fields}\n\`).parse("").values.field0;`, []);
}

/** One link to a pattern of `count` params. */
export function longPatternModule(count: number): string {
  const names = Array.from({ length: count }, (_, i) => `name${i}`);
  const params = names.map((name) => `${name}: 1`).join();
  return moduleOf(
    "href",
    `export const link = href("${names.map((name) => `{/:${name}}?`).join("")}", { ${params} });`,
    [],
  );
}

/** Shows each of the patterns to the check that patterns of links and routes go through. */
export function patternsModule(patterns: readonly string[]): string {
  const lines = patterns.map((pattern) => `accept(${JSON.stringify(pattern)});`);
  const accept = "function accept<const P extends string>(pattern: P & PatternCheck<P>): void {\n  void pattern;\n}";
  return moduleOf("type PatternCheck", accept, lines);
}

/** Gives each of the texts the values that it was read as; `type` is what makes the type of them from it. */
export function valuesModule(
  type: "QueryValues" | "Params",
  texts: readonly (readonly [text: string, values: object])[],
): string {
  const lines = texts.map(
    ([text, values], i) => `export const values${i}: ${type}<${JSON.stringify(text)}> = ${literalOf(values)};`,
  );
  return moduleOf(`type ${type}`, "", lines);
}

/** Shows each of the texts to the check that queries go through. */
export function queryTextsModule(texts: readonly string[]): string {
  return moduleOf(
    "query",
    "",
    texts.map((text) => `query(${JSON.stringify(text)});`),
  );
}

// JSON, but with what is undefined.
function literalOf(values: object): string {
  const members = Object.entries(values).map(
    ([name, value]) => `[${JSON.stringify(name)}]: ${value === undefined ? "undefined" : JSON.stringify(value)}`,
  );
  return `{ ${members.join(", ")} }`;
}

function samples(count: number): (readonly [pattern: string, params: string])[] {
  return Array.from({ length: count }, (_, i) => (SAMPLES[i % SAMPLES.length] as Sample)(i)).map(
    ([pattern, params]) => [pattern, params] as const,
  );
}

function moduleOf(imports: string, head: string, lines: readonly string[]): string {
  return `import { ${imports} } from ${JSON.stringify(join(PACKAGE, "src/index.ts"))};\n${head}\n${lines.join("\n")}\nexport {};\n`;
}
