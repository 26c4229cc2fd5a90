import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import { expect, test } from "vitest";
import { ESCAPE_GROWTH, ESCAPE_SLACK } from "../../src/index.ts";
import { escapeBytes } from "../oracle/html.ts";

const packageRoot = fileURLToPath(new URL("../..", import.meta.url));

// Node's types have no WebAssembly.
const { WebAssembly: host } = globalThis as unknown as {
  WebAssembly: {
    Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer };
    Module: { new (bytes: Uint8Array): object; exports(module: object): { readonly name: string }[] };
    Instance: new (module: object, imports: object) => { readonly exports: Record<string, (...a: number[]) => number> };
  };
};

// What another package compiles: its own pass, with kernels and building blocks of this one, in one module.
const pass = `
import { equals, escapeHtml, htmlSpecials } from "@watt/electron/assembly";
import { isAscii } from "@watt/electron/assembly/is-ascii";

export function paragraph(start: usize, end: usize, out: usize): usize {
  store<u32>(out, 0x3e703c); // <p>
  return escapeHtml(start, end, out + 3);
}

export function specialsAt(at: usize): u32 {
  return htmlSpecials(v128.load(at));
}

export function sameAscii(a: usize, b: usize, length: usize): bool {
  return equals(a, b, length) && isAscii(a, a + length);
}
`;

/** Compiles `pass` in a package that has this one in its node_modules. */
async function compile(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "watt-foreign-"));
  try {
    await mkdir(join(folder, "node_modules/@watt"), { recursive: true });
    await symlink(packageRoot, join(folder, "node_modules/@watt/electron"), "dir");
    await writeFile(join(folder, "pass.ts"), pass);
    const flags = "--runtime stub --enable simd --importMemory --noExportMemory --noAssert --use abort=".split(" ");
    const { error, stderr } = await asc.main([
      "pass.ts",
      "--baseDir",
      folder,
      "--outFile",
      "pass.wasm",
      "-O2",
      ...flags,
    ]);
    if (error !== null) throw new Error(stderr.toString(), { cause: error });
    return await readFile(join(folder, "pass.wasm"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("another package compiles the kernels into its own module, over its own memory", { timeout: 30_000 }, async () => {
  const module = new host.Module(await compile());
  expect(host.Module.exports(module).map(({ name }) => name)).toEqual(["paragraph", "specialsAt", "sameAscii"]);

  const memory = new host.Memory({ initial: 1 });
  const { paragraph, specialsAt, sameAscii } = new host.Instance(module, { env: { memory } }).exports;
  const u8 = new Uint8Array(memory.buffer);
  const text = Buffer.from(`Tom & "Jerry" <cat>, it's long enough for more than one block of sixty-four & so on`);
  u8.set(text, 100);
  u8.set(text, 1000);
  u8.fill(0xa5, 2000, 4000);
  const end = paragraph?.(100, 100 + text.length, 2000) ?? 0;
  expect(Buffer.from(u8.subarray(2000, end)).toString()).toBe(`<p>${Buffer.from(escapeBytes(text)).toString()}`);
  expect(end).toBeLessThanOrEqual(2003 + ESCAPE_GROWTH * text.length);
  expect(u8.subarray(end + ESCAPE_SLACK, 4000).every((byte) => byte === 0xa5)).toBe(true);
  expect(specialsAt?.(100)).toBe(0b0101_0000_0101_0000);
  expect([sameAscii?.(100, 1000, text.length), sameAscii?.(100, 1001, text.length)]).toEqual([1, 0]);
});
