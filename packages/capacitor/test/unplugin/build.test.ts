import { afterEach, describe, expect, test } from "vitest";
import { App, FILES, PRINTED } from "./app.ts";
import { type BundlerName, BUILDS, type PackageName } from "./bundlers.ts";

const LIMIT_MS = 30_000;
const LEFT_OUT = "Routes without a value are left out: GET /soon";
let apps: App[] = [];
afterEach(() => {
  for (const app of apps) app.remove();
  apps = [];
});

function create(files: Readonly<Record<string, string>> = {}, packages: readonly PackageName[] = []): App {
  const app = new App({ ...FILES, ...files }, packages);
  apps.push(app);
  return app;
}

// The bundler, and what the project has to run the file of the routes with.
const WAYS: readonly (readonly [BundlerName, PackageName])[] = [
  ["esbuild", "rolldown"],
  ["rollup", "esbuild"],
  ["rollup", "rolldown"],
  ["rolldown", "esbuild"],
  ["rolldown", "rolldown"],
  ["vite", "esbuild"],
  ["vite", "rolldown"],
  ["vite", "vite"],
];

describe.each(WAYS)("%s with %s in the project", { timeout: LIMIT_MS }, (bundler, installed) => {
  test("builds a program that runs compiled code where code from strings is forbidden", async () => {
    const app = create({}, [installed]);
    const before = app.files("src");
    const { warnings } = await BUILDS[bundler](app);
    expect(JSON.parse(app.run("out/main.js"))).toEqual(PRINTED);
    expect(warnings.join("\n")).toContain(LEFT_OUT);
    expect(app.files("src")).toEqual(before);
  });
});

describe.each(["esbuild", "rollup", "rolldown", "vite"] as const)("%s", { timeout: LIMIT_MS }, (bundler) => {
  test("makes the same bytes in another folder, which are not named in them", async () => {
    const all = [create({}, ["esbuild"]), create({}, ["esbuild"])];
    for (const app of all) await BUILDS[bundler](app);
    // Vite heads the modules of libraries with paths from the working directory.
    const read = (app: App): string =>
      app.read("out/main.js").replace(/^\s*\/\/ .*$/gm, "") + app.read("out/main.js.map");
    const [first, second] = all.map(read);
    expect(first).toEqual(second);
    expect(first).not.toContain(all[0]?.folder);
  });

  test("compiles without code when it is told to, and finds the same", async () => {
    const app = create({}, ["esbuild"]);
    await BUILDS[bundler](app, { plugin: { code: false } });
    // By image, as code cannot be made here.
    expect(JSON.parse(app.run("out/main.js"))).toEqual({ ...PRINTED, executor: "walker" });
  });

  test("takes the export that it is told", async () => {
    const app = create({
      "src/routes.ts": `export const one = () => ({ routes: [{ method: "GET", pattern: "/one/:a", value: "first" }] });
export const two = async () => [{ method: "GET", pattern: "/one/:a", value: "second" }];`,
      "src/main.ts": `import router from "./routes.ts?compiled";
console.log(router.match("GET", "/one/1")?.value);`,
    });
    for (const [name, value] of Object.entries({ one: "first", two: "second" })) {
      await BUILDS[bundler](app, { plugin: { export: name } });
      expect(app.run("out/main.js")).toBe(`${value}\n`);
    }
  });
});

test.each(WAYS.slice(1))(
  "%s with %s in the project runs what the routes import anew each time",
  { timeout: LIMIT_MS },
  async (bundler, installed) => {
    const pattern = (text: string): string => `export const pattern: string = "${text}";`;
    const files = {
      "src/pattern.ts": pattern("/old"),
      "src/routes.ts": `import { pattern } from "./pattern";
export const routes = [{ method: "GET", pattern, value: pattern }];`,
      "src/main.ts": `import router from "./routes.ts?compiled";
console.log(router.match("GET", "/old")?.value, router.match("GET", "/new")?.value);`,
    };
    const app = create(files, [installed]);
    await BUILDS[bundler](app);
    expect(app.run("out/main.js")).toBe("/old undefined\n");
    app.write({ "src/pattern.ts": pattern("/new") });
    await BUILDS[bundler](app);
    expect(app.run("out/main.js")).toBe("undefined /new\n");
  },
);

// Not Vite: the test runner would give it the package as it was built.
describe.each(["esbuild", "rollup", "rolldown"] as const)("%s", { timeout: LIMIT_MS }, (bundler) => {
  test("takes the router of a module, with its options, and values from it", async () => {
    const app = create(
      {
        "src/routes.ts": `import { createRouter } from "@watt/capacitor";
export const router = createRouter<() => string>({ trailingSlash: "loose", ignoreCase: true });
router.add("GET", "/Users/:name", () => "a user");`,
        "src/main.ts": `import router from "./routes.ts?compiled";
const match = router.match("GET", "/users/Ada/");
console.log(match?.value(), match?.params["name"], router.options, router.stats().executor);`,
      },
      ["esbuild"],
    );
    expect((await BUILDS[bundler](app)).warnings).toEqual([]);
    expect(app.run("out/main.js")).toBe("a user Ada { trailingSlash: 'loose', ignoreCase: true } code\n");
  });
});

test.each(["esbuild", "vite"] as const)(
  "%s: its aliases are those of the routes",
  { timeout: LIMIT_MS },
  async (name) => {
    const app = create(
      {
        "src/routes.ts": `import { pattern } from "~/pattern.ts";
export const routes = [{ method: "GET", pattern, value: "found" }];`,
        "src/pattern.ts": `export const pattern: string = "/x/:y";`,
        "src/main.ts": `import router from "~/routes.ts?compiled";
console.log(router.match("GET", "/x/1")?.value);`,
      },
      ["vite"],
    );
    await BUILDS[name](app, { alias: { "~": app.path("src") } });
    expect(app.run("out/main.js")).toBe("found\n");
  },
);

describe("what a program of a list takes", { timeout: LIMIT_MS }, () => {
  const runtime = `import { createRouter } from "@watt/capacitor";
import routes from "./routes.ts";
const router = createRouter<unknown>();
for (const { method, pattern, value } of routes) if (value) router.add(method, pattern, value);
console.log(router.match("GET", "/users/7")?.params["id"]);`;
  const compiled = `import router from "./routes.ts?compiled";
console.log(router.match("GET", "/users/7")?.params["id"]);`;

  test("is neither the planner nor the reader of patterns, and two thirds of what these take", async () => {
    const [small, large] = [create({ "src/main.ts": compiled }), create({ "src/main.ts": runtime })];
    const { inputs } = await BUILDS.esbuild(small, { minify: true });
    await BUILDS.esbuild(large, { minify: true });
    const own = inputs.flatMap((path) => /capacitor\/src\/(.*)/.exec(path)?.[1] ?? []);
    expect(own).toContain("compiled/load-router.ts");
    const parts = "parse-pattern|read-simple|parse-constraint|plan-|generate-walk|radix-node|registry|create-router";
    // Of which there are constants only.
    expect(own.filter((file) => new RegExp(`/(${parts})`).test(file))).toEqual(["static/plan-static.ts"]);
    const [bytes, more] = [small, large].map((app) => app.read("out/main.js").length) as [number, number];
    expect(JSON.parse(small.run("out/main.js"))).toBe(7);
    expect(JSON.parse(large.run("out/main.js"))).toBe(7);
    expect(bytes / more).toBeLessThan(0.67);
    console.log(`a program of three routes, minified: ${bytes} bytes compiled, ${more} otherwise`);
  });
});
