const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/&quot;|&#x22;/g, "&#34;"],
  [/&apos;|&#x27;/g, "&#39;"],
  [/&#38;/g, "&amp;"],
  [/&#60;/g, "&lt;"],
  [/&#61;/g, "="],
  // A bare > means itself in text and in quoted values, so peers may leave it.
  [/&#62;|&gt;/g, ">"],
  [/\/>/g, ">"],
  [/^<!DOCTYPE html>/i, "<!doctype html>"],
];
const VALUE = /="([^"]*)"/g;
/** An ampersand that begins no character reference means itself. */
const BARE_AMPERSAND = /&(?!#?\w+;)/g;

/**
 * One spelling for what HTML lets be spelled in several ways: references of the escaped characters, bare `<`, `'` and
 * `&` in attribute values, `/>` of void elements. What would mean something else stays different.
 */
export function normalise(html: string): string {
  let text = html.replace(VALUE, (_, value: string) => `="${explicit(value)}"`);
  for (const [spelling, plain] of SPELLINGS) text = text.replace(spelling, plain);
  return text;
}

function explicit(value: string): string {
  return value.replace(BARE_AMPERSAND, "&amp;").replaceAll("<", "&lt;").replaceAll("'", "&#39;");
}
