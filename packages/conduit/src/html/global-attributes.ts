import type { AttributeValue } from "../api.ts";
import type { ClassValue, Flag, None, StyleValue, Text } from "./attribute-values.ts";
import type { AriaAttributes, HandlerAttributes, HtmlGlobals } from "./attributes.ts";

/** Attributes of every element, whatever its namespace. */
export interface ForeignAttributes extends AriaAttributes, HandlerAttributes {
  readonly class?: ClassValue;
  readonly id?: Text;
  readonly role?: Text;
  readonly style?: StyleValue;
  readonly [data: `data-${string}`]: AttributeValue;
}

/** Attributes of every HTML element. */
export interface GlobalAttributes extends ForeignAttributes, HtmlGlobals {
  readonly contenteditable?: boolean | "true" | "false" | "plaintext-only" | None;
  readonly hidden?: Flag | "until-found";
  readonly popover?: Flag | "auto" | "manual" | "hint";
}
