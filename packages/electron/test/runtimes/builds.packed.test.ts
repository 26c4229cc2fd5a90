import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import asc from "assemblyscript/asc";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { InstalledPackage } from "../../../../scripts/installed-package.ts";
import { kernelsBase64 } from "../../src/wasm/kernels.generated.ts";

// The files of the tarball, without running them.

let installed: InstalledPackage;
let dist = "";
beforeAll(async () => {
  installed = await InstalledPackage.install("electron");
  dist = join(installed.folder, "node_modules/@watt/electron/dist");
});
afterAll(() => installed?.remove());

describe.each(["js", "cjs"])("the builds as .%s", (extension) => {
  test("production holds nothing of checked mode", () => {
    expect(sources(".", extension)).toContain("src/arena/arena.ts");
    expect(sources(".", extension).filter((file) => file.startsWith("src/check/"))).toEqual([]);
    expect(code(".", extension)).not.toMatch(/CHECKED/);
  });

  test("development holds checked mode, decided when it was built", () => {
    expect(sources("development", extension)).toContain("src/check/ledger.ts");
    expect(code("development", extension)).not.toMatch(/CHECKED/);
  });
});

describe("the build for workerd", () => {
  test("is the production build but for the compiling of kernels", () => {
    const expected = sources(".", "js", "index")
      .filter((file) => file !== "src/wasm/kernels.generated.ts")
      .map((file) => file.replace("kernel-module.ts", "kernel-module.workerd.ts"));
    expect(sources("workerd", "js").sort()).toEqual(expected.sort());
  });

  test("imports the kernels as a file, which is what the others carry inline", () => {
    expect(code("workerd", "js")).toMatch(/^import \w+ from "\.\/kernels\.wasm";$/m);
    expect(code("workerd", "js")).not.toContain(kernelsBase64);
    expect(readFileSync(join(dist, "workerd/kernels.wasm"), "base64")).toBe(kernelsBase64);
  });
});

// As asc works for any user: it looks for `@watt/electron/assembly` in the folders node_modules above.
test.each(["@watt/electron/assembly", "@watt/electron/assembly/scan-html"])(
  "AssemblyScript of another package imports %s, and both become one module",
  async (specifier) => {
    const source = `import { scanHtml } from "${specifier}";
      export function isClean(start: usize, end: usize): bool { return <i32>scanHtml(start, end) == -1; }`;
    installed.write("clean.ts", source);
    const files = new Map<string, Uint8Array>();
    const flags = "--outFile clean.wasm -O3 --noAssert --runtime stub --enable simd --importMemory --noExportMemory";
    const { error, stderr } = await asc.main(
      ["clean.ts", "--baseDir", installed.folder, "--use", "abort=", ...flags.split(" ")],
      { writeFile: (name, contents) => void files.set(name, contents as Uint8Array) },
    );
    expect(error, stderr.toString()).toBeNull();
    const { Memory, Module, Instance } = WebAssembly;
    const memory = new Memory({ initial: 1 });
    const module = new Module(files.get("clean.wasm") as Uint8Array<ArrayBuffer>);
    expect(Module.imports(module)).toEqual([{ module: "env", name: "memory", kind: "memory" }]);
    const { isClean } = new Instance(module, { env: { memory } }).exports as {
      isClean(start: number, end: number): number;
    };
    const bytes = new Uint8Array(memory.buffer);
    bytes.fill(0x61, 0, 40)[39] = 0x3c;
    expect([isClean(0, 39), isClean(0, 40)]).toEqual([1, 0]);
  },
  60_000,
);

/** The sources that a folder's files are made of, as their maps name them. */
function sources(folder: string, extension: string, entry: "index" | "every" = "every"): string[] {
  const files = readdirSync(join(dist, folder)).filter((file) => file.endsWith(`.${extension}`));
  const wanted = (entry === "every" ? files : reached(folder, `index.${extension}`)).map((file) => `${file}.map`);
  const named = wanted.flatMap(
    (file) => (JSON.parse(readFileSync(join(dist, folder, file), "utf8")) as { sources: string[] }).sources,
  );
  return [...new Set(named.map((file) => file.replace(/^(\.\.\/)+/, "")))];
}

/** A file and the chunks that it imports, and those that they import. */
function reached(folder: string, file: string): string[] {
  const imports = readFileSync(join(dist, folder, file), "utf8").matchAll(/from "\.\/(chunk-[^"]+)"/g);
  return [file, ...[...imports].flatMap(([, chunk = ""]) => reached(folder, chunk))];
}

function code(folder: string, extension: string): string {
  const files = readdirSync(join(dist, folder)).filter((file) => file.endsWith(`.${extension}`));
  return files.map((file) => readFileSync(join(dist, folder, file), "utf8")).join("\n");
}
