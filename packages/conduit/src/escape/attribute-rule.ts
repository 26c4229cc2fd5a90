import { conduitError } from "../errors.ts";
import { internalized } from "../tape/internalized.ts";

/** How values of an attribute are written. */
export type AttributeKind = "text" | "url" | "true-false" | "class" | "style" | "animated";

/** What is known of an attribute's name; the same for every element. */
export interface AttributeRule {
  readonly name: string;
  readonly kind: AttributeKind;
  /** Text is written as it is. */
  readonly takesText: boolean;
  /** ` name`, and ` name="`. Why kept: a string put together anew is hashed anew at each look-up of its static. */
  readonly bare: string;
  readonly opening: string;
}

// https://html.spec.whatwg.org/#attributes-3, those whose value is one URL
const urls = new Set(
  "action background cite data formaction href longdesc manifest ping poster src usemap xlink:href".split(" "),
);
// Absent and "false" are two things for these, so `false` is written.
const trueFalse = new Set(
  (
    "contenteditable draggable spellcheck writingsuggestions " +
    "accent accentunder displaystyle fence largeop movablelimits separator stretchy symmetric"
  ).split(" "),
);

const validName = /^[a-z][a-z0-9_:.-]*$/i;
const handlerName = /^on/i;

const refusals: ReadonlyMap<string, { readonly reason: string; readonly instead: string }> = new Map([
  [
    "on",
    {
      reason: "inline handlers run whatever they contain",
      instead: "Listen in a script file, or use a jolt attribute.",
    },
  ],
  ["srcdoc", { reason: "its value is parsed as a document", instead: "Serve the document and use src." }],
  ["srcset", { reason: "lists of URLs are not checked yet", instead: "Use src, or picture and source elements." }],
  [
    "http-equiv",
    { reason: "it acts as a response header, and refresh is a redirect", instead: "Send the header from the server." },
  ],
]);

const known = new Map<string, AttributeRule>();
// Why a bound: names may come from data (a spread record), and a cache must not grow with it.
const KNOWN_MAX = 2000;

/**
 * The rule for an attribute name. Names are judged once and remembered, up to a bound.
 *
 * @throws WATT_CONDUIT_ATTRIBUTE_NAME, WATT_CONDUIT_ATTRIBUTE_FORBIDDEN
 */
export function attributeRule(tag: string, name: string): AttributeRule {
  return known.get(name) ?? judge(tag, name);
}

function judge(tag: string, name: string): AttributeRule {
  if (!validName.test(name)) throw conduitError("WATT_CONDUIT_ATTRIBUTE_NAME", { tag, name });
  const lower = name.toLowerCase();
  const refusal = refusals.get(handlerName.test(lower) ? "on" : lower);
  if (refusal !== undefined) throw conduitError("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN", { tag, name, ...refusal });
  const kind = kindOf(lower);
  const takesText = kind === "text" || kind === "true-false" || kind === "class";
  const bare = internalized(` ${name}`);
  const rule: AttributeRule = { name, kind, takesText, bare, opening: internalized(` ${name}="`) };
  if (known.size < KNOWN_MAX) known.set(name, rule);
  return rule;
}

function kindOf(name: string): AttributeKind {
  if (urls.has(name)) return "url";
  if (name === "class" || name === "style") return name;
  if (name === "attributename") return "animated";
  return trueFalse.has(name) || name.startsWith("aria-") ? "true-false" : "text";
}

/** What pieces expect before they have met an attribute. Why a real one: any made-up name could come from data. */
export const classRule: AttributeRule = judge("", "class");
