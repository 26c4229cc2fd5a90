import type { AttributeValue } from "../api.ts";
import type { ClassValue, Flag, None, StyleValue, Text } from "./attribute-values.ts";
import type { AriaAttributes, HtmlGlobals } from "./attributes.ts";

/** Attributes of every element, whatever its namespace. */
export interface ForeignAttributes extends AriaAttributes {
  readonly class?: ClassValue;
  readonly id?: Text;
  readonly role?: Text;
  readonly style?: StyleValue;
  readonly [data: `data-${string}`]: AttributeValue;
}

/** Attributes of every HTML element. `on*` takes no text: listen in a script file. */
export interface GlobalAttributes extends ForeignAttributes, HtmlGlobals {
  readonly contenteditable?: boolean | "true" | "false" | "plaintext-only" | None;
  readonly hidden?: Flag | "until-found";
  readonly popover?: Flag | "auto" | "manual" | "hint";
}
