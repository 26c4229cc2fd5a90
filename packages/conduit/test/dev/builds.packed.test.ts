import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithRuntime } from "../../../../scripts/describe-with-runtime.ts";
// @boundaries-ignore repository scripts, for tests alone
import { InstalledPackage } from "../../../../scripts/installed-package.ts";

// The package as users install it.

// Why not `return p(…)` alone: JavaScriptCore forgets who makes such a call.
const program = (imports: string): string => `${imports}
function Card() { return p("a", Row()) ?? ""; }
function Row() { return div("b") ?? ""; }
let message = "";
try { renderToString(() => Card()); } catch (error) { message = error.message + "\\n" + error.components.join(); }
dev({ annotate: true });
console.log(JSON.stringify({ message, annotated: renderToString(() => div("c")) }));
`;
const ESM = program(
  'import { div, p, renderToString } from "@watt/conduit";\nimport { dev } from "@watt/conduit/dev";',
);
const CJS = program(
  'const { div, p, renderToString } = require("@watt/conduit");\nconst { dev } = require("@watt/conduit/dev");',
);
const MIXED = program(
  'import { createRequire } from "node:module";\nimport { dev } from "@watt/conduit/dev";\n' +
    'const { div, p, renderToString } = createRequire(import.meta.url)("@watt/conduit");',
);

let installed: InstalledPackage;
let dist = "";
beforeAll(async () => {
  installed = await InstalledPackage.install("electron", "conduit");
  dist = join(installed.folder, "node_modules/@watt/conduit/dist");
  installed.write("esm.js", ESM);
  installed.write("cjs.cjs", CJS);
  installed.write("mixed.js", MIXED);
  const conditions = ["import"];
  await installed.bundle("bundled.js", ESM, { conditions });
  await installed.bundle("production.js", 'import { div } from "@watt/conduit"; console.log(div);', { conditions });
});
afterAll(() => installed?.remove());

/** What the program prints, with `:line:column` of each place as `:*`. */
async function run(path: string, args: readonly string[]): Promise<unknown> {
  const printed = await installed.run(path, args);
  return JSON.parse(printed.replace(/:\d+:\d+/g, ":*"));
}

interface Report {
  readonly message: string;
  readonly annotated: string;
}

const expected = (file: string): Report => ({
  message:
    "WATT_CONDUIT_NESTING: <div> does not stay in <p>: parsers close <p> where <div> begins. " +
    "Put <div> beside <p>, or write <div> in place of <p>.\n" +
    `  <div> in Row at ${file}:*\n  <p> in Card at ${file}:*\nCard`,
  annotated: `<div data-source="${file}:*">c</div>`,
});

describe("production", () => {
  test.each(["index", "svg", "mathml"])("%s holds nothing of dev mode", (entry) => {
    for (const extension of ["js", "cjs"]) {
      const sources = sourcesOf(`${entry}.${extension}`);
      expect(sources).toContain("src/html/element.ts");
      expect(sources.filter((file) => file.startsWith("src/dev/"))).toEqual([]);
    }
  });

  test("of a bundle has none of its codes", () => {
    const bundled = readFileSync(join(installed.folder, "production.js"), "utf8");
    expect(bundled).toContain("WATT_CONDUIT_CHILD");
    expect(bundled).not.toContain("WATT_CONDUIT_NESTING");
  });
});

test("dev mode is a part of the package, and its import is kept by bundlers", () => {
  expect(readdirSync(dist)).toContain("dev.cjs");
  const manifest = JSON.parse(readFileSync(join(dist, "../package.json"), "utf8")) as { sideEffects: string[] };
  expect(manifest.sideEffects).toEqual(expect.arrayContaining(["./dist/dev.js", "./dist/dev.cjs"]));
});

describe("places are told", () => {
  test.each(["esm.js", "cjs.cjs", "mixed.js"])("in Node, %s", async (file) => {
    expect(await run(process.execPath, [file])).toEqual(expected(file));
  });

  // There nobody can tell this package's functions from the program's.
  test("in a bundle of all, without the components", async () => {
    const { message, annotated } = (await run(process.execPath, ["bundled.js"])) as Report;
    const wanted = expected("bundled.js");
    expect(annotated).toBe(wanted.annotated);
    expect(message.split("\n").slice(0, -1)).toEqual(wanted.message.split("\n").slice(0, -1));
  });

  describeWithRuntime("bun", "in Bun", (bun) => {
    test.each(["esm.js", "cjs.cjs"])("%s", async (file) => expect(await run(bun, [file])).toEqual(expected(file)));
  });

  describeWithRuntime("deno", "in Deno", (deno) => {
    const args = ["run", "--no-remote", "--no-prompt", "--allow-read"];
    test.each(["esm.js", "cjs.cjs"])("%s", async (file) => {
      expect(await run(deno, [...args, file])).toEqual(expected(file));
    });
  });
});

/** The sources of a file and of the chunks that it reaches, as their maps name them. */
function sourcesOf(file: string): string[] {
  const { sources } = JSON.parse(readFileSync(join(dist, `${file}.map`), "utf8")) as { sources: string[] };
  const chunks = readFileSync(join(dist, file), "utf8").matchAll(/from "\.\/(chunk-[^"]+)"/g);
  return [
    ...sources.map((name) => name.replace(/^(\.\.\/)+/, "")),
    ...[...chunks].flatMap(([, name = ""]) => sourcesOf(name)),
  ];
}
