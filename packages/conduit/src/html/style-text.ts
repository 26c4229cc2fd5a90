import { conduitError } from "../errors.ts";
import { isCssName, isSafeCssValue } from "../escape/css.ts";
import { trustedCss } from "../escape/trusted-css.ts";

/**
 * Declarations as the text of a `style` attribute. A value that would leave its declaration, fetch or run something is left
 * out: values may come from people. A name is the author's: one that is none is an error. Null, undefined, booleans and "" write
 * nothing. O(length).
 *
 * @throws WATT_CONDUIT_STYLE_NAME
 */
export function styleText(tag: string, declarations: object): string {
  let text = "";
  for (const [name, value] of Object.entries(declarations)) {
    if (!isCssName(name)) throw conduitError("WATT_CONDUIT_STYLE_NAME", { tag, name });
    const safe = declarationValue(value);
    if (safe !== "") text += `${text === "" ? "" : ";"}${name}:${safe}`;
  }
  return text;
}

/** A declaration's value as text; "" for one that is left out. O(length). */
export function declarationValue(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return isSafeCssValue(value) ? value : "";
  return typeof value === "object" && value !== null ? (trustedCss.get(value) ?? "") : "";
}
