const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/&quot;|&#x22;/g, "&#34;"],
  [/&apos;|&#x27;/g, "&#39;"],
  [/&#38;/g, "&amp;"],
  [/&#60;/g, "&lt;"],
  [/&#62;/g, "&gt;"],
  [/&#61;/g, "="],
];
const VALUE = /="([^"]*)"/g;

/**
 * One spelling for what HTML lets be spelled in several ways: references of the five escaped characters (in an
 * attribute value all but quote and ampersand may stand as they are) and `/>` of void elements.
 */
export function normalise(html: string): string {
  let text = html;
  for (const [spelling, plain] of SPELLINGS) text = text.replace(spelling, plain);
  return text
    .replace(VALUE, (_, value: string) => `="${bare(value)}"`)
    .replaceAll("/>", ">")
    .replace(/^<!DOCTYPE html>/i, "<!doctype html>");
}

function bare(value: string): string {
  return value.replaceAll("&lt;", "\u0001").replaceAll("&gt;", "\u0002").replaceAll("<", "\u0001").replaceAll(">", "\u0002").replaceAll("'", "&#39;");
}
