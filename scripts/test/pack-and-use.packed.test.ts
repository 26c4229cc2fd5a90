import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ExportTarget, type Manifest, packAll, workspacePackages } from "../pack.ts";
import { toolEnvironment } from "../toolchain.mjs";
import { root } from "../scratch-copy.ts";
import { body, USES } from "../pack-and-use-program.ts";

// What a user gets: the packages are packed, installed into an empty folder, and used from ESM, CJS and TypeScript.

const packages = workspacePackages();
const entries = packages.flatMap(({ manifest }) =>
  Object.entries(manifest.exports)
    .filter(([, target]) => typeof target !== "string")
    .map(([subpath]) => join(manifest.name, subpath)),
);

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "watt-use-"));
  const tarballFolder = join(folder, "tarballs");
  mkdirSync(tarballFolder);
  const tarballs = await packAll(tarballFolder);
  const dependencies = Object.fromEntries([...tarballs].map(([name, tarball]) => [name, `file:${tarball}`]));
  // The packages name each other by version; nothing is published under it yet.
  const overrides = Object.fromEntries([...tarballs.keys()].map((name) => [name, `$${name}`]));
  write("package.json", JSON.stringify({ name: "user", private: true, dependencies, overrides }));
  const { status, output } = execute("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts"]);
  if (status !== 0) throw new Error(output);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(packages.map(({ manifest }) => manifest.name))("the tarball of %s", (name) => {
  test("leads to no source", () => {
    const manifest = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")) as Manifest;
    expect(JSON.stringify(manifest)).not.toContain("@watt/source");
    for (const dependency of Object.values(manifest.dependencies ?? {})) expect(dependency).not.toContain("workspace:");
  });

  test("holds every file that its exports name", () => {
    const installed = join(folder, "node_modules", name);
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Manifest;
    for (const file of Object.values(manifest.exports).flatMap(filesOf)) {
      if (file.includes("*")) continue;
      expect(() => readFileSync(join(installed, file))).not.toThrow();
    }
  });
});

test.each(entries)("%s exports the same names to ESM and CJS", (entry) => {
  write("names.mjs", `console.log(JSON.stringify(Object.keys(await import("${entry}")).sort()));`);
  write("names.cjs", `console.log(JSON.stringify(Object.keys(require("${entry}")).sort()));`);
  const esm = run("names.mjs");
  expect(JSON.parse(esm)).not.toEqual([]);
  expect(run("names.cjs")).toBe(esm);
});

test("an ESM program uses every package", () => {
  const imports = Object.entries(USES).map(([entry, names]) => `import { ${names.join(", ")} } from "${entry}";`);
  write("use.mjs", `${imports.join("\n")}\n${body("esm")}`);
  expect(run("use.mjs")).toBe("esm used all\n");
});

test("a CJS program uses every package", () => {
  const imports = Object.entries(USES).map(([entry, names]) => `const { ${names.join(", ")} } = require("${entry}");`);
  write("use.cjs", `${imports.join("\n")}\n${body("cjs")}`);
  expect(run("use.cjs")).toBe("cjs used all\n");
});

test.each(["mts", "cts"])("a TypeScript program (.%s) compiles against every package", (extension) => {
  const imports = Object.entries(USES).map(([entry, names]) => `import { ${names.join(", ")} } from "${entry}";`);
  const wrong = '// @ts-expect-error -- types are there: a number is no pattern\ncreateRouter().add("GET", 1, null);';
  write(`use.${extension}`, `${imports.join("\n")}\n${body(extension)}\n${wrong}\n`);
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: {
        module: "nodenext",
        target: "es2023",
        lib: ["es2023", "dom", "dom.iterable"],
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        types: ["node"],
        typeRoots: [join(root, "node_modules", "@types")],
      },
      files: [`use.${extension}`],
    }),
  );
  expect(execute("tsc", ["-p", "."])).toEqual({ status: 0, output: "" });
});

describe("HTML made by one copy of conduit is trusted by the other", () => {
  test.each([
    ["raw of ESM in CJS", "cjs", 'esm.raw("<b>x</b>")', "<div><b>x</b></div>"],
    ["raw of CJS in ESM", "esm", 'cjs.raw("<b>x</b>")', "<div><b>x</b></div>"],
    ["a node of ESM in CJS", "cjs", 'esm.p("a<b")', "<div><p>a&lt;b</p></div>"],
    ["a node of CJS in ESM", "esm", 'cjs.p("a<b")', "<div><p>a&lt;b</p></div>"],
    ["a string of neither", "esm", '"<b>"', "<div>&lt;b&gt;</div>"],
  ])("%s", (_name, renderer, child, html) => {
    write(
      "cross.cjs",
      `const cjs = require("@watt/conduit");
       import("@watt/conduit").then((esm) => {
         if (esm.raw === cjs.raw) throw new Error("There is only one copy.");
         console.log(${renderer}.renderToString(() => ${renderer}.div(${child})));
       });`,
    );
    expect(run("cross.cjs")).toBe(`${html}\n`);
  });
});

function filesOf(target: ExportTarget): string[] {
  return typeof target === "string" ? [target] : Object.values(target).flatMap(filesOf);
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function run(file: string): string {
  const { status, output } = execute("node", [file]);
  if (status !== 0) throw new Error(output);
  return output;
}

function execute(
  command: string,
  args: readonly string[],
): { readonly status: number | null; readonly output: string } {
  const { NODE_OPTIONS: _, ...env } = toolEnvironment();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: "utf8" });
  return { status, output: `${stdout}${stderr}` };
}
