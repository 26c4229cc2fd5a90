import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashKey } from "../src/hash/hash-key.ts";
import { Interner, type StringId } from "../src/index.ts";
import { codeOf, runs } from "./code-of.ts";
import { NaiveInterner } from "./oracle/naive-interner.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const id = (value: number): StringId => value as StringId;
const interner = (maxIds = 100, maxBytes = 10_000): Interner => new Interner({ maxIds, maxBytes });

describe("ids", () => {
  test("are dense, in the order of first appearance, and the same again", () => {
    const texts = interner();
    expect(["a", "b", "a", "", "b", ""].map((text) => texts.intern(text))).toEqual([0, 1, 0, 2, 1, 2]);
    expect(texts.size).toBe(3);
  });

  test.each([
    ["ASCII", "abc"],
    ["17 letters, encoded another way than 16", "abcdefghijklmnopq"],
    ["a last letter that is not ASCII", "abc\u00e9"],
    ["two, three and four bytes a letter", "\u00e9\u20ac\u{1f600}"],
    ["a byte order mark", "\ufeffabc"],
    ["NUL", "a\0b"],
    ["nothing", ""],
    ["more than the buffer that it begins with", "long \u20ac".repeat(100)],
    ["more than it, by bytes only", "\u20ac".repeat(100)],
  ])("of a string and of its bytes are the same: %s", (_name, text) => {
    const [byText, byBytes] = [interner(), interner()];
    expect([byText.intern("x"), byText.intern(text), byText.intern(utf8(text))]).toEqual([0, 1, 1]);
    expect([byBytes.intern("x"), byBytes.intern(utf8(text)), byBytes.intern(text)]).toEqual([0, 1, 1]);
    for (const each of [byText, byBytes]) {
      expect(each.text(id(1))).toBe(text);
      expect(each.bytes(id(1))).toEqual(utf8(text));
      expect([each.find(text), each.find(utf8(text)), each.size]).toEqual([1, 1, 2]);
    }
  });

  test.each(["a\ud800", "\udc00a", "\ud800\ud800", `${"x".repeat(40)}\ud800`])(
    "lone surrogates are U+FFFD, %#",
    (text) => {
      const texts = interner();
      expect(texts.intern(text)).toBe(0);
      expect(texts.intern(text.replaceAll(/[\ud800-\udfff]/g, "\ufffd"))).toBe(0);
      expect(texts.text(id(0))).toBe(text.replaceAll(/[\ud800-\udfff]/g, "\ufffd"));
    },
  );

  test("bytes that are not UTF-8 have ids of their own, and decode to U+FFFD", () => {
    const texts = interner();
    expect([texts.intern(Uint8Array.of(0xff)), texts.intern(Uint8Array.of(0xfe)), texts.intern("\ufffd")]).toEqual([
      0, 1, 2,
    ]);
    expect([texts.text(id(0)), texts.bytes(id(1))]).toEqual(["\ufffd", Uint8Array.of(0xfe)]);
  });

  test("texts that are the beginning of others, or the same but for zeros at the end, are told apart", () => {
    const texts = interner();
    const all = ["ab", "abc", "abcd", "abcd\0", "abcd\0\0", "", "\0", "\0\0\0", "\0\0\0\0"];
    expect(all.map((text) => texts.intern(text))).toEqual(all.map((_, index) => index));
    expect(all.map((text) => texts.find(utf8(text)))).toEqual(all.map((_, index) => index));
  });

  test("texts of one hash are told apart", () => {
    // Found by search: both have the MurmurHash3 0x46b9e73f.
    const texts = interner();
    expect([texts.intern("k15599"), texts.intern("k97211"), texts.find("k15599"), texts.find("k97211")]).toEqual([
      0, 1, 0, 1,
    ]);
  });

  test("a text is told apart from its beginning that has the same hash", () => {
    // The last word was solved for, so that both have the MurmurHash3 of "abcd".
    const [short, long] = [utf8("abcd"), Uint8Array.of(...utf8("abcd"), 106, 96, 139, 35)];
    expect(hashKey(long, 0, 8)).toBe(hashKey(short, 0, 4));
    const texts = interner();
    expect([texts.intern(long), texts.find(short), texts.intern(short), texts.find(long)]).toEqual([0, -1, 1, 0]);
  });

  test("what is interned does not follow the array that it came from", () => {
    const texts = interner();
    const source = utf8("abc");
    texts.intern(source);
    source.fill(0);
    expect([texts.find("abc"), texts.find(source)]).toEqual([0, -1]);
  });

  test("find adds nothing", () => {
    const texts = interner();
    expect([texts.find("a"), texts.find(utf8("a")), texts.size, texts.intern("b")]).toEqual([-1, -1, 0, 0]);
  });

  test.each([-1, 1, 0.5, Number.NaN, 2 ** 32])("%s is no id when there is one text", (value) => {
    const texts = interner();
    texts.intern("a");
    expect([texts.text(id(value)), texts.bytes(id(value))]).toEqual([undefined, undefined]);
  });
});

describe("bounds", () => {
  test("no more ids than maxIds, and those that are in are found still", () => {
    for (const maxIds of [1, 2, 3, 7, 8, 9, 100]) {
      const texts = interner(maxIds);
      const all = Array.from({ length: maxIds + 3 }, (_, i) => texts.intern(`t${i}`));
      expect(all).toEqual([...Array(maxIds).keys(), -1, -1, -1]);
      expect(all.map((_, i) => texts.find(`t${i}`))).toEqual(all);
      expect(texts.size).toBe(maxIds);
    }
  });

  test("no more bytes than maxBytes, to the byte; what is shorter still fits", () => {
    const texts = interner(10, 10);
    expect(["abcd", "efghi", "jk", "j", "", "k"].map((text) => texts.intern(text))).toEqual([0, 1, -1, 2, 3, -1]);
    expect(texts.text(id(2))).toBe("j");
  });

  test.each([
    ["in letters", "x".repeat(11)],
    ["in bytes only", "\u20ac".repeat(4)],
  ])("a text longer than maxBytes is refused: %s", (_name, text) => {
    const texts = interner(10, 10);
    expect([texts.intern(text), texts.find(text), texts.intern(utf8(text)), texts.size]).toEqual([-1, -1, -1, 0]);
    expect(texts.intern("ok")).toBe(0);
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 26 + 1, "7" as unknown as number])("maxIds may not be %s", (maxIds) => {
    expect(codeOf(() => interner(maxIds, 10))).toBe("WATT_ELECTRON_OPTION");
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 30 + 1, "7" as unknown as number])("maxBytes may not be %s", (maxBytes) => {
    expect(codeOf(() => interner(10, maxBytes))).toBe("WATT_ELECTRON_OPTION");
  });
});

describe("memory", () => {
  test("is what the bounds ask for, and stays", () => {
    const texts = interner(1000, 4096);
    const { memory } = texts;
    expect(memory).toBeGreaterThanOrEqual(4096 + 1000 * 20);
    expect(memory).toBeLessThanOrEqual(4096 + 1000 * 36 + 1024);
    for (let i = 0; i < 2000; i++) texts.intern(`text ${i}`);
    expect(texts.memory).toBe(memory);
  });

  test("grows with a long text by at most three times its letters, once, and not beyond the bound", () => {
    const texts = interner(10, 5000);
    const { memory } = texts;
    for (let i = 0; i < 3; i++) texts.find("x".repeat(5000));
    const grown = texts.memory;
    expect(grown - memory).toBeGreaterThanOrEqual(5000 - 256);
    expect(grown - memory).toBeLessThanOrEqual(15_000);
    texts.find("x".repeat(5001));
    texts.find("x".repeat(1_000_000));
    expect(texts.memory).toBe(grown);
  });

  test("clear forgets all, and ids begin again", () => {
    const texts = interner(3, 6);
    for (const text of ["aa", "bb", "cc"]) texts.intern(text);
    texts.clear();
    expect([texts.size, texts.find("aa"), texts.text(id(0))]).toEqual([0, -1, undefined]);
    expect(["cc", "dd", "ee", "ff"].map((text) => texts.intern(text))).toEqual([0, 1, 2, -1]);
    expect(texts.bytes(id(2))).toEqual(utf8("ee"));
  });
});

test("any sequence of operations agrees with the oracle", () => {
  // Short ones meet again, long ones are encoded another way.
  const letter = fc.constantFrom("a", "b", "\u00e9", "\0", "\u{1f600}", "\ud800");
  const text = fc.oneof(
    fc.string({ maxLength: 3, unit: letter }),
    fc.string({ minLength: 12, maxLength: 20, unit: letter, size: "max" }),
    fc.uint8Array({ maxLength: 5 }),
  );
  const step = fc.record({
    text,
    what: fc.constantFrom("intern" as const, "intern" as const, "find" as const, "clear" as const),
  });
  const steps = fc.array(step, { maxLength: 40, size: "max" });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 300 }), (list, maxIds, maxBytes) => {
      const texts = interner(maxIds, maxBytes);
      let oracle = new NaiveInterner(maxIds, maxBytes);
      const [got, expected]: [number[], number[]] = [[], []];
      for (const [at, { what, text: given }] of list.entries()) {
        if (what !== "clear") {
          got.push(texts[what](given));
          expected.push(oracle[what](given));
        } else if (at % 7 === 0) {
          // Not often, or nothing would ever be full.
          texts.clear();
          oracle = new NaiveInterner(maxIds, maxBytes);
        }
      }
      expect(got).toEqual(expected);
      expect(texts.size).toBe(oracle.texts.length);
      const same = oracle.texts.map((bytes, at) => Buffer.compare(texts.bytes(id(at)) ?? utf8("none"), bytes) === 0);
      expect(same).not.toContain(false);
      expect(oracle.texts.map((bytes) => texts.find(bytes))).toEqual([...oracle.texts.keys()]);
    }),
    runs(300, 10_000),
  );
});
