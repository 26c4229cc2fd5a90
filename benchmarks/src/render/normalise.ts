/** A whole tag whose attributes are quoted in either way, or not at all, and hold nothing that ends them early. */
const TAG = /<\/?[a-z][a-z0-9-]*(?:\s+[a-z-]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>/gi;
const DOCTYPE = /^<!doctype html>/i;
/** What frameworks leave for their scripts to find. */
const MARKER = /<!--[\w[\]!$/-]*-->/g;
/** Most tags: there is nothing to do. */
const NORMAL_TAG = /^<\/?[a-z0-9-]+(?: [a-z-]+="[^"&<>']*")?>$/;
const ATTRIBUTE = /\s+([a-z-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gi;
/** What may be spelled in several ways; an ampersand that begins no reference means itself. */
const SPELLED = /&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);|&(?!#?\w+;)|[<>"']/gi;
const NAMED: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};
const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
};

/**
 * One spelling for what HTML lets be spelled in several ways: references of the escaped characters, those of them that
 * mean themselves where they stand, quotes and order of attributes, the case of their names and of the doctype, `/>` of
 * void elements. Markers of frameworks are left out. What would mean something else stays different.
 */
export function normalise(html: string): string {
  const plain = html.replace(MARKER, "").replace(DOCTYPE, "<!doctype html>");
  let normal = "";
  let end = 0;
  for (const { 0: tag, index } of plain.matchAll(TAG)) {
    normal += normaliseText(plain.slice(end, index)) + normaliseTag(tag);
    end = index + tag.length;
  }
  return normal + normaliseText(plain.slice(end));
}

// A bare < in text stays: where it means itself nobody writes it, and elsewhere it is the hole that is looked for.
function normaliseText(text: string): string {
  return text === "" ? text : text.replace(SPELLED, (found) => (found === "<" ? found : respell(found)));
}

function normaliseTag(tag: string): string {
  if (NORMAL_TAG.test(tag)) return tag;
  const [opening = ""] = /^<\/?[a-z0-9-]+/i.exec(tag) ?? [];
  const attributes = Array.from(tag.slice(opening.length).matchAll(ATTRIBUTE), ([, name = "", ...values]) => {
    const value = values.find((one) => one !== undefined);
    return { name: name.toLowerCase(), value: value?.replace(SPELLED, respell) };
  }).toSorted((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
  const written = attributes.map(({ name, value }) => (value === undefined ? ` ${name}` : ` ${name}="${value}"`));
  return `${opening}${written.join("")}>`;
}

function respell(found: string): string {
  const text = characterOf(found.toLowerCase());
  return REFERENCES[text] ?? text;
}

function characterOf(found: string): string {
  if (found.startsWith("&#x")) return String.fromCodePoint(Number.parseInt(found.slice(3), 16));
  if (found.startsWith("&#")) return String.fromCodePoint(Number(found.slice(2, -1)));
  return NAMED[found] ?? found;
}
