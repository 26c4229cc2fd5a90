import { afterEach, describe, expect, test } from "vitest";
import { App, FILES } from "./app.ts";
import { type BundlerName, BUILDS } from "./bundlers.ts";

const LIMIT_MS = 30_000;
let app: App;
afterEach(() => app.remove());

async function failure(bundler: BundlerName, routes: string, name?: string): Promise<string> {
  app = new App({ ...FILES, "src/routes.ts": routes }, ["esbuild"]);
  const plugin = name === undefined ? {} : { export: name };
  const error: unknown = await BUILDS[bundler](app, { plugin }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(Error);
  return (error as Error).message;
}

const ROUTER = `import { createRouter } from "@watt/capacitor";

interface Typed { readonly text: string }
export const router = createRouter<Typed>();
router.add("GET", "/users/:id", { text: "one" });
`;

describe.each(["esbuild", "rollup", "rolldown", "vite"] as const)("%s", { timeout: LIMIT_MS }, (bundler) => {
  test("ends the build at a duplicate of a list, with both lines", async () => {
    const message = await failure(
      bundler,
      `export default [
  { method: "GET", pattern: "/users/:id", value: 1 },
  { method: "POST", pattern: "/users/:id", value: 2 },
  { method: "GET", pattern: "/users/:name", value: 3 },
];`,
    );
    expect(message).toContain("WATT_CAPACITOR_ROUTE_DUPLICATE: ");
    expect(message).toContain(`GET /users/:name (${app.path("src/routes.ts")}:4)`);
    expect(message).toContain(`GET /users/:id, which was registered first (${app.path("src/routes.ts")}:2)`);
  });

  test("ends the build where a file cannot be run, and says what is wrong", async () => {
    const message = await failure(bundler, `throw new Error("the database is not there");`);
    expect(message).toContain("WATT_CAPACITOR_ROUTES_FILE: ");
    expect(message).toContain(
      `The routes of ${app.path("src/routes.ts")} cannot be compiled: the database is not there.`,
    );
  });
});

// What Rollup says is what the others say.
describe("a build ends where", { timeout: LIMIT_MS }, () => {
  test("the router refuses a duplicate, with the lines of the source", async () => {
    const message = await failure("rollup", `${ROUTER}\nrouter.add("GET", "/users/:name", { text: "two" });`);
    expect(message).toContain(`GET /users/:name (${app.path("src/routes.ts")}:7)`);
    expect(message).toContain(`which was registered first (${app.path("src/routes.ts")}:5)`);
  });

  test("a pattern cannot be read, with its line and position", async () => {
    const message = await failure("rollup", `${ROUTER}router.add("GET", "/a/:id+", { text: "two" });`);
    expect(message).toMatch(/WATT_CAPACITOR_PATTERN_SYNTAX: Pattern \/a\/:id\+ cannot be read at position 6: /);
    expect(message).toContain(`(${app.path("src/routes.ts")}:6)`);
  });

  test.each([
    [
      "there are no routes",
      `export const a = 1;`,
      "has no export that has routes; it exports a. Name one by the option export",
    ],
    ["a route is none", `export default [{ path: "/a" }];`, "route 0 has no method and pattern"],
    ["no route has a value", `export default [{ method: "GET", pattern: "/a" }];`, "no route has a value"],
    ["an import leads nowhere", `import "./nowhere.ts";`, 'Could not resolve "./nowhere.ts"'],
    ["something is thrown that is no error", `throw "no database";`, "cannot be compiled: no database."],
    [
      "the options of a router are none",
      `export default { routes: [], options: { trailingSlash: "none" } };`,
      "WATT_CAPACITOR_OPTION: A router cannot work with trailingSlash = none.",
    ],
  ])("%s", async (_, routes, problem) => {
    expect(await failure("rollup", routes)).toContain(problem);
  });

  test("the export is not there that was named", async () => {
    expect(await failure("rollup", ROUTER, "routes")).toContain("has no export routes: it exports router");
  });

  test.each(["esbuild", "rollup", "rolldown"] as const)("%s finds no such file", async (bundler) => {
    app = new App({ ...FILES, "src/main.ts": `import "./none.ts?compiled";` }, ["esbuild"]);
    await expect(BUILDS[bundler](app)).rejects.toThrow(/none\.ts/);
  });

  test.each(["rollup", "rolldown"] as const)("%s has the file as external", async (bundler) => {
    app = new App({ "src/main.ts": `import "@watt/external.ts?compiled";` }, ["esbuild"]);
    await expect(BUILDS[bundler](app)).rejects.toThrow(
      "The routes of @watt/external.ts cannot be compiled: it is external.",
    );
  });

  test("esbuild has the file as external", async () => {
    app = new App({ ...FILES, "src/main.ts": `import "./routes.ts?compiled";` });
    await expect(BUILDS.esbuild(app, { external: ["*/routes.ts"] })).rejects.toThrow(
      "./routes.ts?compiled is external: only files can be compiled",
    );
  });
});
