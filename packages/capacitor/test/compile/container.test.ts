import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONTAINER_HEAD, openContainer } from "../../src/compiled/container.ts";
import { loadRouter } from "../../src/compiled/index.ts";
import { compile } from "../../src/index.ts";
import { errorOf } from "../support.ts";

const RUNS = { numRuns: process.env["WATT_FULL"] === "1" ? 50_000 : 300, seed: Number(process.env["WATT_SEED"] ?? 1) };

const routes = [
  { method: "GET", pattern: "/", value: "home" },
  { method: "GET", pattern: "/users/:id(int)/:tab?", value: "user" },
  { method: "GET", pattern: "/files/*path", value: "files" },
  { method: "POST", pattern: "/img-:name.png", value: "image" },
  { method: "GET", pattern: "/", host: ":tenant.example.com", value: "tenant" },
];
const { image } = compile(routes);
const open = (bytes: Uint8Array): unknown => loadRouter(bytes, routes).match("GET", "/users/7")?.params["id"];

// What `loadRouter` says of a damaged image; undefined when it opens it.
function problemOf(bytes: Uint8Array): unknown {
  try {
    open(bytes);
    return undefined;
  } catch {
    const { code, details } = errorOf(() => open(bytes));
    expect(code).toBe("WATT_CAPACITOR_IMAGE");
    return details["problem"];
  }
}

function changed(at: number, byte: (before: number) => number): Uint8Array {
  const bytes = image.slice();
  bytes[at] = byte(bytes[at] as number);
  return bytes;
}

describe("an image", () => {
  test("is opened wherever it lies, and whatever follows it", () => {
    for (const shift of [0, 1, 4, 8]) {
      const buffer = new Uint8Array(new SharedArrayBuffer(image.length + 64));
      buffer.fill(0xff);
      buffer.set(image, shift);
      expect(open(buffer.subarray(shift))).toBe(7);
    }
  });

  test("is whole words, as large as what it says", () => {
    const [, , , metaAt = 0, metaBytes = 0, unused] = new Uint32Array(image.buffer, 0, CONTAINER_HEAD / 4);
    expect([image.length % 4, metaAt % 8, metaAt + metaBytes, unused]).toEqual([0, 0, image.length, 0]);
  });

  test("is not copied where it lies at a multiple of 8", () => {
    expect(openContainer(image).buffer).toBe(image.buffer);
    const shifted = new Uint8Array(image.length + 4);
    shifted.set(image, 4);
    expect(openContainer(shifted.subarray(4)).buffer).not.toBe(shifted.buffer);
  });

  test.each([0, 1, 23])("of %i bytes is too short", (length) => {
    expect(problemOf(image.slice(0, length))).toBe("it is too short");
  });

  test("that is cut off says how much is missing, wherever it is cut", () => {
    for (let length = CONTAINER_HEAD; length < image.length; length += 64) {
      expect(problemOf(image.slice(0, length))).toBe(`it ends ${image.length - length} bytes early`);
    }
  });

  test.each([
    ["something else", 0, "it does not begin as one"],
    ["of another version", 4, "it has version 254, and this package reads version 1"],
    ["with another sum", 8, "it is damaged"],
  ])("%s is refused", (_, at, problem) => {
    expect(problemOf(changed(at, (byte) => byte ^ 0xff))).toBe(problem);
  });

  test("whose head says anything else is refused, word by word", () => {
    const words = [0, 1, 4, 8, 20, 24, 28, image.length - 4, image.length, 0x7fff_ffff, 0xffff_ffff];
    for (let at = 0; at < CONTAINER_HEAD; at += 4) {
      for (const word of words) {
        const bytes = image.slice();
        const [before] = new Uint32Array(bytes.buffer, at, 1);
        if (word === before) continue;
        new Uint32Array(bytes.buffer, at, 1)[0] = word;
        expect(problemOf(bytes), `${at}: ${word}`).toBeDefined();
      }
    }
  });

  test("whose head is nothing but its beginning is refused", () => {
    const bytes = image.slice();
    new Uint32Array(bytes.buffer, 8, 4).fill(0);
    expect(problemOf(bytes)).toBe("it is damaged");
  });

  test("whose description begins a byte later is refused, where there is room for it", () => {
    const bytes = new Uint8Array(image.length + 8);
    bytes.set(image);
    for (const shift of [1, 2, 3]) {
      new Uint32Array(bytes.buffer)[3] = image.length - (new Uint32Array(image.buffer)[4] as number) + shift;
      expect(problemOf(bytes)).toBe("it is damaged");
    }
  });

  test("whose description begins elsewhere, and ends where it did, is refused", () => {
    for (const shift of [-8, -4, 4, 8]) {
      const bytes = image.slice();
      const words = new Uint32Array(bytes.buffer);
      words[3] = (words[3] as number) + shift;
      words[4] = (words[4] as number) - shift;
      expect(problemOf(bytes)).toBe("it is damaged");
    }
  });

  test("of which any byte is changed is refused", () => {
    for (let at = 0; at < image.length; at++) {
      expect(problemOf(changed(at, (byte) => byte ^ (1 << (at % 8)))), `byte ${at}`).toBeDefined();
    }
  });

  test("of which many bits are changed is refused", () => {
    const flips = fc.uniqueArray(fc.nat(8 * image.length - 1), { minLength: 1, maxLength: 40, size: "max" });
    fc.assert(
      fc.property(flips, (bits) => {
        const bytes = image.slice();
        for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
        return problemOf(bytes) !== undefined;
      }),
      RUNS,
    );
  });

  // A sum of products alone keeps two changed top bits apart from nothing else.
  test("of which two bits of the same place in two words are changed is refused", () => {
    for (let bit = 0; bit < 32; bit++) {
      for (const [first, second] of [
        [6, 7],
        [6, 20],
        [10, 30],
      ] as const) {
        const bytes = image.slice();
        const words = new Uint32Array(bytes.buffer);
        for (const at of [first, second]) words[at] = ((words[at] as number) ^ (1 << bit)) >>> 0;
        expect(problemOf(bytes), `bit ${bit} of ${first} and ${second}`).toBe("it is damaged");
      }
    }
  });
});
