import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "../../src/cli/run-command.ts";
import { loadRouter, type RouteValue } from "../../src/compiled/index.ts";
import { evaluateModule } from "../support.ts";

const LIST = `export default [
  { method: "GET", pattern: "/users/:id", value: "user" },
  { method: "GET", pattern: "/about", value: "about" },
  { method: "GET", pattern: "/soon" },
];
`;
const routes: readonly RouteValue<string>[] = [
  { method: "GET", pattern: "/users/:id", value: "user" },
  { method: "GET", pattern: "/about", value: "about" },
];

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "watt-compile-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(line: string, text: string = LIST): Promise<{ code: number; out: string; err: string }> {
  const written = { out: "", err: "" };
  writeFileSync(join(folder, "routes.mjs"), text);
  const args = line.split(" ").map((arg) => (/^[\w.]+\.(?:m?[jt]s|bin)$/.test(arg) ? join(folder, arg) : arg));
  const code = await runCommand(args, {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    color: true,
  });
  return { code, out: written.out.replaceAll(`${folder}/`, ""), err: written.err.replaceAll(`${folder}/`, "") };
}

const read = (name: string): string => readFileSync(join(folder, name), "utf8");

describe("capacitor compile", () => {
  test("writes a module beside the file, with its types, and says what is in it", async () => {
    const { code, out, err } = await run("compile routes.mjs");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /^2 routes compiled: 1 static, 1 dynamic\nroutes\.compiled\.js {2}[\d,]+ bytes\nroutes\.compiled\.d\.ts {2}\d+ bytes\nleft out, without a value: GET \/soon\n$/,
    );
    expect(Number(/js {2}([\d,]+)/.exec(out)?.[1]?.replace(",", ""))).toBe(read("routes.compiled.js").length);
    const router = evaluateModule(read("routes.compiled.js"))(routes);
    expect(router.match("GET", "/users/7")?.value).toBe("user");
    expect(router.stats().executor).toBe("code");
    expect(read("routes.compiled.js")).not.toContain("export default");
    expect(read("routes.compiled.d.ts")).not.toMatch(/ValuesOf|default/);
    expect(readdirSync(folder).sort()).toEqual(["routes.compiled.d.ts", "routes.compiled.js", "routes.mjs"]);
  });

  test("writes an image alone, for loadRouter", async () => {
    const { code, out } = await run("compile routes.mjs --image routes.bin", LIST.replace(/.*soon.*\n/, ""));
    expect([code, out]).toEqual([
      0,
      `2 routes compiled: 1 static, 1 dynamic\nroutes.bin  ${readFileSync(join(folder, "routes.bin")).length} bytes\n`,
    ]);
    expect(readdirSync(folder).sort()).toEqual(["routes.bin", "routes.mjs"]);
    expect(loadRouter(readFileSync(join(folder, "routes.bin")), routes).match("GET", "/about")?.value).toBe("about");
  });

  test.each([
    ["a list", LIST, "default as source", "source", "user"],
    [
      "an object",
      LIST.replace("export default", "export const router = { routes:").replace("];", "] };"),
      "router as source",
      "source.routes",
      "user",
    ],
    [
      "a function",
      LIST.replace("export default", "export const routes = () =>"),
      "routes as source",
      "source()",
      "user",
    ],
    [
      "a function that takes its time",
      LIST.replace("default", "const routes = async () =>"),
      "routes as source",
      "(await source())",
      "user",
    ],
  ])("writes a module that takes the values of %s from there", async (_, text, name, expression, value) => {
    const { code } = await run("compile routes.mjs --out table.mjs --values ./routes.mjs", text);
    expect(code).toBe(0);
    const module = read("table.mjs");
    expect(module).toContain(`\nimport { ${name} } from "./routes.mjs";\n`);
    expect(module).toContain(`\nexport default /* @__PURE__ */ createRouter(${expression});\n`);
    writeFileSync(
      join(folder, "run.mjs"),
      module.replace("@watt/capacitor/compiled", join(import.meta.dirname, "../../src/compiled/index.ts")),
    );
    const { default: router } = (await import(join(folder, "run.mjs"))) as { default: ReturnType<typeof loadRouter> };
    expect(router.match("GET", "/users/7")?.value).toBe(value);
    expect(read("table.d.mts")).toContain(`import { ${name} } from "./routes.mjs";\n`);
    expect(read("table.d.mts")).toContain(
      "declare const router: RouteLookup<ValuesOf<typeof source>>;\nexport default router;\n",
    );
  });

  test("keeps what is said of a route: its host, and JSON of its doc", async () => {
    const text = `export default [{ method: "GET", pattern: "/", host: ":tenant.example.com", doc: { tags: ["a"] }, value: 1 }];`;
    await run("compile routes.mjs --image routes.bin", text);
    const router = loadRouter(readFileSync(join(folder, "routes.bin")), () => 1);
    expect(router.match("GET", "/", "ada.example.com")?.params).toEqual({ tenant: "ada" });
    expect(router.doc(0)).toEqual({ tags: ["a"] });
  });

  test("writes both, without code where it is told", async () => {
    expect((await run("compile routes.mjs --out a.js --image a.bin --no-code")).code).toBe(0);
    expect(read("a.js")).toContain("plain: undefined,");
    expect((await run("compile routes.mjs --out a.js --code")).code).toBe(0);
    expect(read("a.js")).not.toContain("plain: undefined,");
    expect(readdirSync(folder).sort()).toEqual(["a.bin", "a.d.ts", "a.js", "routes.mjs"]);
  });

  test("takes the export that is named, also by a name that is no identifier", async () => {
    const text = `const a = [{ method: "GET", pattern: "/a", value: 1 }];\nexport { a as "my routes" };\nexport const b = a;`;
    writeFileSync(join(folder, "routes.mjs"), text);
    const io = { out: () => {}, err: () => {}, color: false };
    const args = ["compile", join(folder, "routes.mjs"), "--export", "my routes", "--values", "./x.js"];
    expect(await runCommand(args, io)).toBe(0);
    expect(read("routes.compiled.js")).toContain('import { "my routes" as source } from "./x.js";');
  });
});

describe("capacitor compile ends with 1, and writes nothing,", () => {
  const twice = `{ method: "GET", pattern: "/users/:id", value: 1 },\n`;
  test.each([
    [
      "at a duplicate",
      `export default [\n${twice}${twice}];`,
      /^capacitor: WATT_CAPACITOR_ROUTE_DUPLICATE: .*\(routes\.mjs:3\).*\(routes\.mjs:2\)/,
    ],
    [
      "at a duplicate that says where it is",
      `export default [\n${twice}${twice.replace("}", ', source: "shop.ts:7" }')}];`,
      /\(shop\.ts:7\).*\(routes\.mjs \(route 0\)\)/,
    ],
    [
      "where no route has a value",
      `export default [{ method: "GET", pattern: "/a" }];`,
      /^capacitor: no route has a value/,
    ],
    [
      "where options are none",
      "export default { routes: [], options: { maxParamLength: 0 } };",
      /^capacitor: WATT_CAPACITOR_OPTION/,
    ],
  ])("%s", async (_, text, problem) => {
    const { code, out, err } = await run("compile routes.mjs", text);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(problem);
    expect(readdirSync(folder)).toEqual(["routes.mjs"]);
  });

  test("where a router refuses a route while the file is loaded", async () => {
    const written: string[] = [];
    const fixture = join(import.meta.dirname, "../cli/fixtures/duplicate.ts");
    const io = { out: () => {}, err: (text: string) => void written.push(text), color: false };
    expect(await runCommand(["compile", fixture, "--out", join(folder, "a.js")], io)).toBe(1);
    expect(written.join()).toContain(`capacitor: WATT_CAPACITOR_ROUTE_DUPLICATE: GET /users/:name (${fixture}:6)`);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("capacitor compile ends with 2", () => {
  test.each([
    ["compile", "no file to compile"],
    ["compile a.js b.js", "one file at a time, not b.js as well"],
    ["compile routes.mjs --json", "compile has no option --json"],
    ["check routes.mjs --out a.js", "check has no option --out"],
    ["check routes.mjs --no-code", "check has no option --code"],
    ["compile routes.mjs --out a.ts", "--out takes a .js or .mjs file, not a.ts"],
    ["compile routes.mjs --out routes.mjs", "routes.mjs would take the place of the routes"],
    ["compile routes.mjs --image routes.mjs", "routes.mjs would take the place of the routes"],
    ["compile routes.mjs --out a.js --image a.js", "--out and --image are the same file"],
    ["compile routes.mjs --image a.bin --values ./x.js", "--code and --values are for the module: add --out"],
    ["compile routes.mjs --image a.bin --no-code", "--code and --values are for the module: add --out"],
    ["compile none.mjs", "there is no file none.mjs"],
    ["compile routes.mjs --export none", "routes.mjs has no export none: it exports default"],
  ])("and writes nothing: %s", async (line, problem) => {
    const { code, out, err } = await run(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`capacitor: ${problem}`);
    expect(readdirSync(folder)).toEqual(["routes.mjs"]);
  });

  test("where a file cannot be written", async () => {
    const { code, err } = await run(`compile routes.mjs --out ${"none/a.js"}`);
    expect(code).toBe(2);
    expect(err).toMatch(/^capacitor: ENOENT: /);
  });

  test("where the file throws, and shows where only when it is told to", async () => {
    const broken = `throw new Error("no database");`;
    const { code, err } = await run("compile routes.mjs", broken);
    expect([code, err]).toEqual([2, "capacitor: routes.mjs cannot be loaded: no database\n"]);
    rmSync(folder, { recursive: true });
    folder = realpathSync(mkdtempSync(join(tmpdir(), "watt-compile-")));
    expect((await run("compile routes.mjs --verbose", broken)).err).toMatch(
      /^capacitor: .*\nError: no database\n {4}at /,
    );
  });
});
