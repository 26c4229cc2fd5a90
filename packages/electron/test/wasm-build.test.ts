import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { kernelsBase64, kernelsBytes } from "../src/wasm/kernels.generated.ts";
import { scalarKernels } from "../src/wasm/scalar-kernels.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const wasm = Buffer.from(kernelsBase64, "base64");

// Node's types have no WebAssembly.
const host = globalThis as unknown as {
  WebAssembly: {
    Module: { new (bytes: Uint8Array): object; imports(m: object): object[]; exports(m: object): object[] };
  };
};

test("the kernels have less than 8 KB", () => {
  expect(wasm.length).toBe(kernelsBytes);
  expect(wasm.length).toBeLessThan(8000);
});

test("the module brings no memory, no data and no start code: only functions over a memory that it is given", () => {
  const { Module } = host.WebAssembly;
  const module = new Module(wasm);
  expect(Module.imports(module)).toEqual([{ module: "env", name: "memory", kind: "memory" }]);
  // In the order of the scalar twins, so that spaces of both executors have one shape.
  const names = Object.keys(scalarKernels(new Uint8Array(0)));
  expect(Module.exports(module)).toEqual(names.map((name) => ({ name, kind: "function" })));
  expect(sections(wasm)).toEqual(["type", "import", "function", "export", "code"]);
});

test("compiling assembly/ again gives the file that the package has", { timeout: 60_000 }, async () => {
  const run = promisify(execFile)(process.execPath, ["../../scripts/build-wasm.ts", "kernels", "--check"], {
    cwd: root,
  });
  await expect(run).resolves.toMatchObject({ stderr: "" });
});

function sections(bytes: Uint8Array): string[] {
  const names = "custom type import function table memory global export start element code data".split(" ");
  const found: string[] = [];
  for (let at = 8; at < bytes.length;) {
    found.push(names[bytes[at++] ?? 0] ?? "unknown");
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      size |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    at += size;
  }
  return found;
}
