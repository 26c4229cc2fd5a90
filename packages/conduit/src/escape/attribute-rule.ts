import { conduitError } from "../errors.ts";

/** How values of an attribute are written. */
export type AttributeKind =
  | "text"
  | "true-false"
  | "class"
  | "style"
  | "url"
  | "url-list"
  | "srcset"
  | "srcdoc"
  | "handler"
  | "references"
  | "animated";

/** What is known of an attribute's name; the same for every element. */
export interface AttributeRule {
  readonly name: string;
  readonly kind: AttributeKind;
  /** Text is written as it is. */
  readonly takesText: boolean;
  /** How many values are learnt at one place, so that they become markup. */
  readonly learns: number;
}

const names = (kind: AttributeKind, list: string): [string, AttributeKind][] =>
  list.split(" ").map((name) => [name, kind]);

const kinds: ReadonlyMap<string, AttributeKind> = new Map([
  // https://html.spec.whatwg.org/#attributes-3, and those of the past that browsers or other programs still follow. Each `href`
  // is one, whatever its prefix.
  ...names("url", "action cite data formaction href manifest poster src"),
  ...names("url", "background classid codebase dynsrc longdesc lowsrc profile xml:base"),
  ...names("url-list", "archive attributionsrc ping"),
  ...names("srcset", "imagesrcset srcset"),
  // https://svgwg.org/svg2-draft/styling.html#PresentationAttributes, those that take a `url()`; and what animations set them to.
  ...names("references", "clip-path cursor fill filter marker marker-end marker-mid marker-start mask stroke"),
  ...names("references", "by from to values"),
  // Absent and "false" are two things for these, so `false` is written.
  ...names("true-false", "contenteditable draggable spellcheck writingsuggestions"),
  ...names("true-false", "accent accentunder displaystyle fence largeop movablelimits separator stretchy symmetric"),
  ["class", "class"],
  ["style", "style"],
  ["srcdoc", "srcdoc"],
  ["attributename", "animated"],
]);

const validName = /^[a-z][a-z0-9_:.-]*$/i;

// Authors choose their values from a few; and what people typed, or the text of the page, is not kept.
const [MANY, FEW] = [64, 4];
const learnt: ReadonlyMap<string, number> = new Map([
  ...many(
    "as autocomplete charset class colspan crossorigin enctype for inputmode lang loading method name rel role rowspan",
  ),
  ...many("scope target type"),
  ...["alt", "content", "placeholder", "title", "value"].map((name): [string, number] => [name, 0]),
]);

function many(list: string): [string, number][] {
  return list.split(" ").map((name) => [name, MANY]);
}

const known = new Map<string, AttributeRule>();
// Why a bound: names may come from data (a spread record), and a cache must not grow with it.
const KNOWN_MAX = 2000;

/**
 * The rule for an attribute name. Names are judged once and remembered, up to a bound.
 *
 * @throws WATT_CONDUIT_ATTRIBUTE_NAME
 */
export function attributeRule(tag: string, name: string): AttributeRule {
  return known.get(name) ?? judge(tag, name);
}

function judge(tag: string, name: string): AttributeRule {
  if (!validName.test(name)) throw conduitError("WATT_CONDUIT_ATTRIBUTE_NAME", { tag, name });
  const kind = attributeKind(name);
  const takesText = kind === "text" || kind === "true-false" || kind === "class";
  const rule: AttributeRule = { name, kind, takesText, learns: learnt.get(name.toLowerCase()) ?? FEW };
  if (known.size < KNOWN_MAX) known.set(name, rule);
  return rule;
}

/** How values of the attribute `name` are written, whatever the case of its letters. */
export function attributeKind(name: string): AttributeKind {
  const lower = name.toLowerCase();
  const listed = kinds.get(lower);
  if (listed !== undefined) return listed;
  if (lower.startsWith("on")) return "handler";
  if (lower.endsWith(":href")) return "url";
  return lower.startsWith("aria-") ? "true-false" : "text";
}
