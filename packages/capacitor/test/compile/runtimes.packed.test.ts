import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithRuntime } from "../../../../scripts/describe-with-runtime.ts";
// @boundaries-ignore repository scripts, for tests alone
import { InstalledPackage } from "../../../../scripts/installed-package.ts";
// @boundaries-ignore repository scripts, for tests alone
import { type RunningServer, serveWorkerd } from "../../../../scripts/serve-workerd.ts";

// The package as users install it: its plugin and its program compile the routes, and each runtime looks them up.

const ROUTES = `export default [
  { method: "GET", pattern: "/", value: "home" },
  { method: "GET", pattern: "/users/:id(int)/:tab?", value: "user" },
  { method: "POST", pattern: "/users", value: "create" },
  { method: "GET", pattern: "/files/*path", value: "file" },
  { method: "GET", pattern: "/img-:name.png", value: "image" },
  { method: "GET", pattern: "/", host: ":tenant.example.com", value: "tenant" },
  { method: "GET", pattern: "/unfinished" },
];
`;

// Answers what the router says of a request.
const ANSWER = `
const answer = (method, path, host) => {
  const match = router.match(method, path, host);
  return [match?.value ?? router.explain(method, path).status, match?.params ?? {}, router.stats().executor];
};`;

const REQUESTS: readonly (readonly [
  method: string,
  path: string,
  host: string | undefined,
  value: unknown,
  params: object,
])[] = [
  ["GET", "/", undefined, "home", {}],
  ["GET", "/users/7/posts?x", undefined, "user", { id: 7, tab: "posts" }],
  ["HEAD", "/users/7", undefined, "user", { id: 7 }],
  ["GET", "/users/x", undefined, 404, {}],
  ["DELETE", "/users", undefined, 405, {}],
  ["GET", "/files/a/b%20c", undefined, "file", { path: "a/b c" }],
  ["GET", "/img-%C3%A9.png", undefined, "image", { name: "é" }],
  ["GET", "/%ff", undefined, 400, {}],
  ["GET", "/", "ada.example.com", "tenant", { tenant: "ada" }],
  ["GET", "/unfinished", undefined, 404, {}],
];
const EXPECTED = REQUESTS.map(([, , , value, params]) => [value, params, "code"]);
const PRINT = `${ANSWER}
console.log(JSON.stringify(${JSON.stringify(REQUESTS)}.map(([method, path, host]) => answer(method, path, host ?? undefined))));`;

const IMPORT = 'import router from "./routes.js?compiled";';

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await InstalledPackage.install("capacitor", "electron");
  installed.write("routes.js", ROUTES);
  await bundle("plugin.js", `${IMPORT}${PRINT}`, { packages: "external" });
  await bundle("plugin.cjs", `${IMPORT}${PRINT}`, { packages: "external", format: "cjs" });
  installed.write("program.js", `import router from "./routes.compiled.js";${PRINT}`);
  const program = join(installed.folder, "node_modules/@watt/capacitor/dist/cli/main.js");
  const said = await installed.run(process.execPath, [program, "compile", "routes.js", "--values", "./routes.js"]);
  expect(said).toMatch(/^6 routes compiled: 2 static, 4 dynamic\nroutes\.compiled\.js {2}/);
});
afterAll(() => installed?.remove());

describe("Node", () => {
  const noCode = "--disallow-code-generation-from-strings";
  test.each(["plugin.js", "plugin.cjs", "program.js"])("%s", async (file) => {
    expect(await printed(process.execPath, [noCode, file])).toEqual(EXPECTED);
  });
});

test("TypeScript finds the types of compiled modules", async () => {
  installed.write(
    "plugin.mts",
    `import { createRouter } from "./routes.js?compiled";
import router, { createRouter as createCompiled } from "./routes.compiled.js";
import { capacitor } from "@watt/capacitor/unplugin";
const values: string[] = [router, createRouter(() => "x"), createCompiled(() => "x")].map((one) => one.match("GET", "/")?.value ?? "");
// @ts-expect-error -- the values of the list are strings
const wrong: number | undefined = router.match("GET", "/")?.value;
console.log(values, wrong, capacitor({ code: true }), capacitor.esbuild());
`,
  );
  const options = {
    module: "nodenext",
    target: "es2023",
    strict: true,
    noEmit: true,
    allowJs: true,
    types: ["@watt/capacitor/client"],
  };
  installed.write("tsconfig.json", JSON.stringify({ compilerOptions: options, files: ["plugin.mts"] }));
  const tsc = join(import.meta.dirname, "../../node_modules/.bin/tsc");
  const ended = await installed.run(tsc, ["-p", "."]).then(
    () => "no errors",
    ({ stdout, message }: { stdout: string; message: string }) => stdout || message,
  );
  expect(ended).toBe("no errors");
});

describeWithRuntime("bun", "Bun", (bun) => {
  test.each(["plugin.js", "plugin.cjs", "program.js"])("%s", async (file) => {
    expect(await printed(bun, [file])).toEqual(EXPECTED);
  });
});

describeWithRuntime("deno", "Deno", (deno) => {
  test.each(["plugin.js", "program.js"])("%s", async (file) => {
    expect(
      await printed(deno, [
        "run",
        "--no-remote",
        "--no-prompt",
        "--v8-flags=--disallow-code-generation-from-strings",
        file,
      ]),
    ).toEqual(EXPECTED);
  });
});

describeWithRuntime("workerd", "workerd", (workerd) => {
  let server: RunningServer | undefined;
  afterEach(() => server?.stop());

  test.each([
    ["the condition of its own", ["workerd", "worker", "browser"]],
    ["the build for everything else", []],
  ])("answers requests by the compiled routes: %s", async (_, conditions) => {
    const worker = `${IMPORT}${ANSWER}
export default {
  fetch({ method, url, headers }) {
    const path = url.slice(new URL(url).origin.length);
    return Response.json(answer(method, path, headers.get("x-host") ?? undefined), { headers: { "x-answer": "1" } });
  },
};`;
    await bundle("worker.js", worker, { conditions });
    server = await serveWorkerd(workerd, installed, "worker.js");
    for (const [i, [method, path, host]] of REQUESTS.entries()) {
      const answer = await fetch(`${server.origin}${path}`, {
        method,
        headers: host === undefined ? {} : { "x-host": host },
        signal: AbortSignal.timeout(10_000),
      });
      expect(answer.headers.get("x-answer")).toBe("1");
      if (method !== "HEAD") expect(await answer.json(), path).toEqual(EXPECTED[i]);
    }
  });
});

/** Makes a program by the plugin that was installed. */
async function bundle(
  name: string,
  source: string,
  options: { readonly packages?: "external"; readonly format?: "cjs"; readonly conditions?: string[] },
): Promise<void> {
  const path = join(installed.folder, "node_modules/@watt/capacitor/dist/unplugin.js");
  const { capacitor } = (await import(path)) as { capacitor: { esbuild(): Plugin } };
  await build({
    absWorkingDir: installed.folder,
    stdin: { contents: source, resolveDir: installed.folder, loader: "js" },
    outfile: name,
    bundle: true,
    format: "esm",
    target: "es2023",
    platform: "neutral",
    loader: { ".wasm": "copy" },
    logLevel: "error",
    plugins: [capacitor.esbuild()],
    logOverride: { "plugin-warning": "silent" },
    ...options,
  });
}

async function printed(path: string, args: readonly string[]): Promise<unknown> {
  return JSON.parse(await installed.run(path, args));
}
