import { context, type PluginBuild } from "esbuild";
import { afterEach, expect, test, vi } from "vitest";
import { capacitor } from "../../src/unplugin/index.ts";
import { App, FILES } from "./app.ts";
import { BUILDS, vite } from "./bundlers.ts";

const LIMIT_MS = 60_000;
const WAIT = { timeout: 15_000, interval: 50 };
let app: App;
afterEach(() => app.remove());

const ROUTES = FILES["src/routes.ts"] as string;
const BROKEN = ROUTES.replace('"/about"', '"/about/:"');

test.each(["rollup", "rolldown"] as const)(
  "%s watches the routes and what they import",
  { timeout: LIMIT_MS },
  async (name) => {
    app = new App(FILES, ["rolldown"]);
    const { watchFiles } = await BUILDS[name](app);
    expect(watchFiles).toEqual(expect.arrayContaining([app.path("src/routes.ts"), app.path("src/handlers.ts")]));
  },
);

const REBUILD = "esbuild builds again when the routes change, or what they import, also after an error";
test(REBUILD, { timeout: LIMIT_MS }, async () => {
  // Nothing else imports the file of the routes.
  app = new App({ ...FILES, "src/main.ts": `export { default } from "./routes.ts?compiled";` });
  let last: { readonly code?: string | undefined; readonly error?: string | undefined } = {};
  const collect = {
    name: "collect",
    setup({ onEnd }: PluginBuild): void {
      onEnd(({ outputFiles, errors }) => void (last = { code: outputFiles?.[0]?.text, error: errors[0]?.text }));
    },
  };
  const watched = await context({
    absWorkingDir: app.folder,
    entryPoints: ["src/main.ts"],
    outdir: "out",
    bundle: true,
    format: "esm",
    conditions: ["@watt/source"],
    write: false,
    logLevel: "silent",
    plugins: [capacitor.esbuild(), collect],
  });
  const code = (text: string): Promise<void> => vi.waitFor(() => expect(last.code).toContain(text), WAIT);
  const error = (text: string): Promise<void> => vi.waitFor(() => expect(last.error).toContain(text), WAIT);
  try {
    await watched.watch();
    await code("/about");
    app.write({ "src/routes.ts": BROKEN });
    await error("WATT_CAPACITOR_PATTERN_SYNTAX");
    app.write({ "src/routes.ts": ROUTES.replace("/about", "/contact") });
    await code("/contact");
    app.write({ "src/handlers.ts": `throw new Error("gone");` });
    await error("cannot be compiled: gone.");
    app.write({ "src/handlers.ts": FILES["src/handlers.ts"] as string });
    await code("/contact");
    // Nothing is known yet of what it imports.
    app.write({ "src/routes.ts": "import ;" });
    await error("WATT_CAPACITOR_ROUTES_FILE");
    app.write({ "src/routes.ts": ROUTES });
    await code("/about");
  } finally {
    await watched.dispose();
  }
});

interface Server {
  ssrLoadModule(
    path: string,
  ): Promise<{ default: { match(method: string, path: string): { value: unknown } | undefined } }>;
  close(): Promise<void>;
}

test("Vite's server loads the routes anew when what they import changes", { timeout: LIMIT_MS }, async () => {
  const pattern = (text: string): string => `export const pattern: string = "${text}";`;
  app = new App(
    {
      "src/pattern.ts": pattern("/old/:id"),
      "src/routes.ts": `import { pattern } from "./pattern";
export default [{ method: "GET", pattern, value: "found" }];`,
    },
    ["vite"],
  );
  const { createServer } = await vite<{ createServer(options: object): Promise<Server> }>();
  const server = await createServer({
    root: app.folder,
    configFile: false,
    logLevel: "silent",
    server: { middlewareMode: true, ws: false, hmr: false },
    ssr: { noExternal: [/^@watt\//], resolve: { conditions: ["@watt/source"] } },
    optimizeDeps: { noDiscovery: true },
    plugins: [capacitor()],
  });
  const find = async (path: string): Promise<unknown> => {
    return (await server.ssrLoadModule("/src/routes.ts?compiled")).default.match("GET", path)?.value;
  };
  try {
    expect([await find("/old/1"), await find("/new/1")]).toEqual(["found", undefined]);
    app.write({ "src/pattern.ts": pattern("/new/:id") });
    await vi.waitFor(
      async () => expect([await find("/old/1"), await find("/new/1")]).toEqual([undefined, "found"]),
      WAIT,
    );
  } finally {
    await server.close();
  }
});
