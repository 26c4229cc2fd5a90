import { xxh64 } from "@watt/electron";
import { conduitError, kindOf } from "../errors.ts";
import { trustedCss, type TrustedCss } from "../escape/trusted-css.ts";
import { checkCss } from "./check-css.ts";
import { CssBlock } from "./css-block.ts";

/** What may stand in the rules of a block: a number, another block (its class as a selector), or `rawCss`. */
export type CssValue = number | CssBlock | TrustedCss;

/**
 * Rules for the elements of one component, by CSS nesting: `&` is the element that has the class.
 *
 *     const card = css`padding: 1rem; &:hover { color: var(--accent) } .title { font-weight: 600 }`;
 *     div({ class: card }, h2({ class: "title" }, name))
 *
 * Nothing is written by that alone: `styles(card)` makes an element of the rules, `stylesheet(card)` the text of a file.
 * O(rules); meant for the top of a module.
 *
 * @throws WATT_CONDUIT_CSS for rules whose braces, quotes or comments do not close, and for other values
 */
export function css(rules: TemplateStringsArray, ...values: readonly CssValue[]): CssBlock {
  let text = rules.raw[0] ?? "";
  values.forEach((value, i) => (text += textOf(value) + (rules.raw[i + 1] ?? "")));
  const trimmed = text.trim().replace(/\s*\n\s*/g, "\n");
  checkCss(trimmed);
  return new CssBlock(`c-${xxh64(new TextEncoder().encode(trimmed)).toString(36)}`, trimmed);
}

function textOf(value: unknown): string {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (value instanceof CssBlock) return `.${value.className}`;
  const trusted = typeof value === "object" && value !== null ? trustedCss.get(value) : undefined;
  if (trusted === undefined) throw conduitError("WATT_CONDUIT_CSS", { fault: `a value that is ${kindOf(value)}` });
  return trusted;
}
