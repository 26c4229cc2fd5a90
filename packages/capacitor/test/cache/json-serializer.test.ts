import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonSerializer } from "../../src/cache/index.ts";
import { runs } from "./support.ts";

const { encode, decode } = jsonSerializer<unknown>();
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytes = (...list: number[]): Uint8Array => new Uint8Array(list);

describe("jsonSerializer", () => {
  test("is JSON", () => {
    const value = { a: [1, "é", null, true], b: { c: "\u2028" } };
    expect(text(encode(value))).toBe(JSON.stringify(value));
    expect(decode(new TextEncoder().encode('{"a":[1]}'))).toEqual({ a: [1] });
  });

  test("writes an integer as a counter is written", () => {
    expect(text(encode(-42))).toBe("-42");
  });

  test.each([
    ["bytes", bytes(1, 2, 3)],
    ["no bytes", bytes()],
    ["bytes that look like the form itself", bytes(0, 0, 0, 0, 2, 34, 34)],
    [
      "bytes deep down",
      { status: 200, headers: [["a", "b"]], body: bytes(0, 255), more: [bytes(7), { x: bytes(8, 9) }] },
    ],
    ["bytes beside texts that begin with NUL", { a: "\0", b: "\0\0x", c: "\x000,1", d: bytes(5) }],
    ["texts that begin with NUL", ["\0", "\0a", "a\0"]],
    ["the same bytes twice", ((one) => [one, one])(bytes(1))],
  ])("keeps %s", (_, value) => {
    expect(decode(encode(value))).toEqual(value);
  });

  test("a Buffer is bytes, and a part of an array is that part", () => {
    const part = bytes(1, 2, 3, 4).subarray(1, 3);
    expect(decode(encode([Buffer.from("ab"), part]))).toEqual([bytes(97, 98), bytes(2, 3)]);
  });

  test("decodes a part of a larger buffer", () => {
    const encoded = encode({ a: bytes(1, 2) });
    const larger = new Uint8Array(encoded.length + 7);
    larger.set(encoded, 3);
    expect(decode(larger.subarray(3, 3 + encoded.length))).toEqual({ a: bytes(1, 2) });
  });

  test("dates and absent members are what JSON makes of them", () => {
    expect(decode(encode({ a: new Date(0), b: undefined, c: NaN }))).toEqual({
      a: "1970-01-01T00:00:00.000Z",
      c: null,
    });
  });

  test("what JSON refuses is refused", () => {
    expect(() => encode({ a: 1n })).toThrow(TypeError);
    expect(() => decode(bytes(123))).toThrow(SyntaxError);
  });

  test("gives back every value of JSON and bytes", () => {
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string(), fc.constantFrom("\0", "\0\0", "\x001,2")),
        fc.uint8Array({ maxLength: 20 }),
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(
          fc.string({ maxLength: 3 }).filter((key) => key !== "__proto__" && key !== "toJSON"),
          tie("tree"),
          {
            maxKeys: 4,
          },
        ),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        // Dictionaries have no prototype, and what JSON makes has one.
        const plain = (one: unknown): unknown =>
          typeof one !== "object" || one === null || one instanceof Uint8Array
            ? one
            : Array.isArray(one)
              ? one.map(plain)
              : Object.fromEntries(Object.entries(one).map(([key, member]) => [key, plain(member)]));
        expect(decode(encode(value))).toEqual(plain(value));
      }),
      runs(500, 20_000),
    );
  });
});
