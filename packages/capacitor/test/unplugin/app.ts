import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import Module from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { folderOf, type PackageName } from "./bundlers.ts";

const LIMIT_MS = 20_000;

// Why: pnpm runs its programs with a NODE_PATH to all packages of the repository, and then every project has them.
delete process.env["NODE_PATH"];
(Module as unknown as { _initPaths(): void })._initPaths();

/** A project of a user: a folder with files and packages. */
export class App {
  readonly folder: string = realpathSync(mkdtempSync(join(tmpdir(), "watt-plugin-")));

  constructor(files: Readonly<Record<string, string>>, packages: readonly PackageName[] = []) {
    mkdirSync(join(this.folder, "node_modules/@watt"), { recursive: true });
    for (const name of ["@watt/capacitor", "@watt/electron", ...packages] as const) {
      symlinkSync(folderOf(name), join(this.folder, "node_modules", name), "dir");
    }
    this.write({ "package.json": '{ "name": "app", "type": "module" }', ...files });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(this.path(name)), { recursive: true });
      writeFileSync(this.path(name), text);
    }
  }

  read(name: string): string {
    return readFileSync(this.path(name), "utf8");
  }

  files(folder: string): string[] {
    return readdirSync(this.path(folder)).sort();
  }

  /** What a program prints, where code from strings is forbidden. */
  run(name: string): string {
    const flags = ["--disallow-code-generation-from-strings", "--conditions=@watt/source", "--no-warnings"];
    const options = { cwd: this.folder, encoding: "utf8", timeout: LIMIT_MS, env: {} } as const;
    return execFileSync(process.execPath, [...flags, this.path(name)], options);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** An application: typed, with imports as bundlers allow them, and what Node does not run as it is. */
export const FILES: Readonly<Record<string, string>> = {
  "src/handlers.ts": `export enum Kind { A = "a" }
export const user = (id: unknown): string => \`user \${id} \${Kind.A}\`;
`,
  "src/routes.ts": `import type { RouteDefinition } from "@watt/capacitor";
import { user } from "./handlers";

export default [
  { method: "GET", pattern: "/users/:id(int)", value: user },
  { method: "GET", pattern: "/about", value: () => "about us" },
  { method: "GET", pattern: "/soon" },
] satisfies RouteDefinition[];
`,
  "src/main.ts": `import type { RouteLookup } from "@watt/capacitor";
import compiled, { createRouter } from "./routes.ts?compiled";
import routes from "./routes.ts";

const router = compiled as RouteLookup<(id: unknown) => string>;
const user = router.match("GET", "/users/7?tab");
console.log(JSON.stringify({
  user: user?.value(user.params["id"]),
  about: createRouter<(id: unknown) => string>(routes).match("HEAD", "/about")?.value(0),
  soon: router.explain("GET", "/soon").status,
  executor: router.stats().executor,
}));
`,
};

/** What it prints. */
export const PRINTED = { user: "user 7 a", about: "about us", soon: 404, executor: "code" };
