import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { minifiedClient } from "./minified-client.ts";

let code: string;
beforeAll(async () => {
  code = await minifiedClient();
}, 30_000);

test("jolt.min.js is below 10,000 bytes, and below 4,600 with brotli", () => {
  expect(Buffer.byteLength(code)).toBeLessThan(10_000);
  expect(brotliCompressSync(code).length).toBeLessThan(4600);
});

test("the README quotes its size", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const [, minified, brotli] = /`jolt\.min\.js`: ([\d,]+) bytes minified, ([\d,]+) with brotli/.exec(readme) ?? [];
  const number = (text: string | undefined): number => Number(text?.replace(",", ""));
  expect(number(minified)).toBe(Buffer.byteLength(code));
  // Why not exact: brotli's output depends on the version of zlib's brotli in Node.
  expect(Math.abs(number(brotli) - brotliCompressSync(code).length)).toBeLessThanOrEqual(20);
});

test.each(["eval(", "new Function", "innerHTML=", ".style", 'setAttribute("on'])(
  "it contains %s only as intended",
  (text) => {
    // One assignment of innerHTML: of trusted HTML, to the template of an envelope.
    expect(code.split(text).length - 1).toBe(text === "innerHTML=" ? 1 : 0);
  },
);
