import { afterEach, describe, expect, test } from "vitest";
import * as esbuild from "esbuild";
import { capacitor } from "../../src/unplugin/index.ts";
import {
  esbuildLoader,
  type LoadModule,
  loadNatively,
  projectPackage,
  rolldownLoader,
} from "../../src/unplugin/load-module.ts";
import type { Esbuild, Rolldown } from "../../src/unplugin/bundlers.ts";
import { App } from "./app.ts";
import { BUILDS } from "./bundlers.ts";

const LIMIT_MS = 30_000;
let app: App;
afterEach(() => app.remove());

const FILES = {
  "src/a.mjs": `import { b } from "./b.mjs";
import { sep } from "node:path";
import { Arena } from "@watt/electron";
export const a = [b, sep.length, typeof Arena];`,
  "src/b.mjs": `export const b = 1;`,
};

async function rolldown(): Promise<LoadModule> {
  const found = await projectPackage<Rolldown>("rolldown", app.folder);
  return rolldownLoader(found as Rolldown);
}

const LOADERS: Readonly<Record<string, () => Promise<LoadModule>>> = {
  esbuild: async () => esbuildLoader(esbuild as unknown as Esbuild),
  rolldown,
};

describe.each(Object.keys(LOADERS))("by %s, a file", (name) => {
  test("is run with what it imports, anew each time, and leaves nothing behind", async () => {
    app = new App(FILES, ["rolldown"]);
    const load = await (LOADERS[name] as () => Promise<LoadModule>)();
    const files: string[] = [];
    const module = await load(app.path("src/a.mjs"), (file) => files.push(file));
    expect(module["a"]).toEqual([1, 1, "function"]);
    expect(files.toSorted()).toEqual([app.path("src/a.mjs"), app.path("src/b.mjs")]);
    app.write({ "src/b.mjs": `export const b = 2;` });
    expect((await load(app.path("src/a.mjs"), () => {}))["a"]).toEqual([2, 1, "function"]);
    expect(app.files("src")).toEqual(["a.mjs", "b.mjs"]);
  });

  test("that throws leaves nothing behind, and says before what it imports", async () => {
    app = new App({ ...FILES, "src/b.mjs": `export const b = 1; throw new Error("broken");` }, ["rolldown"]);
    const load = await (LOADERS[name] as () => Promise<LoadModule>)();
    const files: string[] = [];
    await expect(load(app.path("src/a.mjs"), (file) => files.push(file))).rejects.toThrow("broken");
    expect(files).toContain(app.path("src/b.mjs"));
    expect(app.files("src")).toEqual(["a.mjs", "b.mjs"]);
  });

  test.each([true, false])(
    "has stacks in terms of the source, as only it has where others do not: %s",
    async (isMapped) => {
      const text = `await new Promise((resolve) => setTimeout(resolve, 50 * Math.random()));
export const isMapped = process.sourceMapsEnabled;
export const id = {};`;
      app = new App({ "src/a.mjs": text, "src/b.mjs": `export const b = 1; throw new Error("broken");` }, ["rolldown"]);
      const load = await (LOADERS[name] as () => Promise<LoadModule>)();
      const before = process.sourceMapsEnabled;
      process.setSourceMapsEnabled(isMapped);
      try {
        const all = Array.from({ length: 5 }, () => load(app.path("src/a.mjs"), () => {}));
        await expect(load(app.path("src/b.mjs"), () => {})).rejects.toThrow("broken");
        const modules = await Promise.all(all);
        expect(new Set(modules.map(({ id }) => id)).size).toBe(5);
        expect(modules.map((module) => module["isMapped"])).toEqual([true, true, true, true, true]);
        expect(process.sourceMapsEnabled).toBe(isMapped);
      } finally {
        process.setSourceMapsEnabled(before);
      }
    },
  );
});

test("by the runtime, a file is run anew each time", async () => {
  app = new App({ "src/a.mjs": `export const id = {};` });
  const [first, second] = [await loadNatively(app.path("src/a.mjs")), await loadNatively(app.path("src/a.mjs"))];
  expect(first["id"]).toEqual({});
  expect(first["id"]).not.toBe(second["id"]);
});

test("a project without a bundler of its own has its routes run by the runtime", { timeout: LIMIT_MS }, async () => {
  app = new App({
    "src/routes.ts": `const routes: { method: string; pattern: string; value: string }[] = [
  { method: "GET", pattern: "/a/:b", value: "found" },
];
export default routes;`,
    "src/main.ts": `import router from "./routes.ts?compiled";\nconsole.log(router.match("GET", "/a/1")?.value);`,
  });
  expect(await projectPackage("esbuild", app.folder)).toBeUndefined();
  await BUILDS.rollup(app);
  expect(app.run("out/main.js")).toBe("found\n");
});

describe("a package of the project", () => {
  test.each([
    ["is missing", {}],
    ["does not export itself", { "package.json": '{ "name": "broken", "exports": { "./other": "./index.js" } }' }],
  ])("that %s is none", async (_, files) => {
    app = new App(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`node_modules/broken/${name}`, text])),
    );
    expect(await projectPackage("broken", app.folder)).toBeUndefined();
  });

  test("that throws says so", async () => {
    app = new App({ "node_modules/broken/index.js": `throw new Error("no binary");` });
    await expect(projectPackage("broken", app.folder)).rejects.toThrow("no binary");
  });
});

test("other modules are left alone by bundlers that know no filters", async () => {
  app = new App({});
  const { resolveId, load, name, enforce } = capacitor();
  const context = {} as ThisParameterType<typeof load.handler>;
  expect(await resolveId.handler.call(context, "./routes.ts", undefined)).toBeNull();
  expect(await resolveId.handler.call(context, "./routes.ts?compiled=no", undefined)).toBeNull();
  expect(await load.handler.call(context, "/routes.ts")).toBeNull();
  expect([name, enforce, capacitor.esbuild().name]).toEqual(["capacitor", "pre", "capacitor"]);
});

test("bundlers are told that the module is JavaScript without a source, whatever its name ends in", async () => {
  app = new App({ "routes.mjs": `export default [{ method: "GET", pattern: "/a", value: 1 }];` });
  const [watched, warned]: [string[], string[]] = [[], []];
  const { load } = capacitor();
  const context = {
    resolve: async () => null,
    addWatchFile: (file: string) => void watched.push(file),
    warn: (message: string) => void warned.push(message),
  };
  const { code, ...rest } = (await load.handler.call(context, `${app.path("routes.mjs")}?compiled`)) ?? {};
  expect(code).toContain("export default /* @__PURE__ */ createRouter(source);");
  expect(rest).toEqual({ map: { mappings: "" }, moduleType: "js" });
  expect([watched, warned]).toEqual([[app.path("routes.mjs")], []]);
});

test("what cannot be resolved is left to others", async () => {
  app = new App({});
  const resolve = async (): Promise<null> => null;
  const { resolveId } = capacitor();
  const context = { resolve, addWatchFile: () => {}, warn: () => {} };
  expect(await resolveId.handler.call(context, "./none.ts?compiled", undefined)).toBeNull();
});
