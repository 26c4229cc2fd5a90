import type { Reader } from "./reader.ts";

// Character references of a value. `&name=` is none in an attribute, as URLs have it.
// https://html.spec.whatwg.org/#named-character-reference-state
const reference = /&(?:#(\d+);|#x([\da-f]+);|([a-z][a-z\d]*);|[a-z\d]+(?==)|(#?[a-z\d]*\0)|(#|[a-z\d]))/gi;

// Why so few: a table of all 2,231 names would be larger than the rest of the package.
const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
]);

/**
 * The text that a value in the source means, holes included. Such a value is put together with what is in its holes, and
 * is escaped afterwards, so references are resolved before.
 *
 * @param at where the value begins
 */
export function attributeText(reader: Reader, at: number, value: string): string {
  return value.replace(
    reference,
    (whole: string, decimal?: string, hex?: string, name?: string, cut?: string, bare?: string, from = 0) => {
      const digits = decimal ?? hex;
      const text = digits === undefined ? named.get(name ?? "") : character(parseInt(digits, hex ? 16 : 10));
      if (text !== undefined) return text;
      if (cut !== undefined) reader.failHole("in a character reference", "Write &amp; for the &.", at + from);
      if (digits === undefined && name === undefined && bare === undefined) return whole;
      return reader.fail(
        `${name !== undefined || digits !== undefined ? whole : "an & that is not spelled &amp;"} stands in a value with holes`,
        "Write the character itself, a reference to an existing character by number (&#8230;), or &amp; for an &.",
        at + from,
      );
    },
  );
}

// What parsers would replace, or take for something else, is no character here.
function character(code: number): string | undefined {
  const isControl = (code < 0x20 && !(code >= 9 && code <= 13 && code !== 11)) || (code >= 0x7f && code < 0xa0);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isControl || isSurrogate || !(code <= 0x10ffff) ? undefined : String.fromCodePoint(code);
}
