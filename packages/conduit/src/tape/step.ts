import type { AttributeRule } from "../escape/attribute-rule.ts";
import type { Static } from "./statics.ts";

/** How one attribute is written after one piece of markup, and what was learnt of its values. */
export class Step {
  /** The op of the piece up to the open quote, without text. */
  readonly op: number;
  /** Whether a text is compared with those that came here before. */
  learns: boolean;
  /** Any text may be handed to the tape; as a URL, when its scheme is to be checked. */
  readonly takesText: boolean;
  readonly isUrl: boolean;
  /** The quote after a value that was not learnt. */
  readonly quote: Static;
  /** The learnt value that came here the last time; at first the piece itself. */
  previous: Static;
  /** The piece up to the open quote. */
  readonly opening: Static;
  readonly rule: AttributeRule;
  /** Learnt values, as the piece with the value and the quote behind it. */
  readonly values: Map<string, Static> = new Map();
  /** Values that may yet be learnt. */
  left: number;

  constructor(rule: AttributeRule, opening: Static, quote: Static) {
    this.op = opening.op;
    this.isUrl = rule.kind === "url";
    this.takesText = rule.takesText || this.isUrl;
    this.left = this.takesText ? rule.learns : 0;
    this.learns = this.left > 0;
    this.quote = quote;
    this.opening = opening;
    this.previous = opening;
    this.rule = rule;
  }
}
