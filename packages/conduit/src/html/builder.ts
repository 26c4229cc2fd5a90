import type { Child } from "../api.ts";
import type { HtmlNode } from "../tape/token.ts";

/** Builds an element: `div({ class: "card" }, "text", child)`, attributes first and optional. */
export interface Builder<Attributes> {
  (...children: readonly Child[]): HtmlNode;
  (attributes: Attributes, ...children: readonly Child[]): HtmlNode;
}

/** Builds an element without content: `input({ name: "q" })`. */
export type VoidBuilder<Attributes> = (attributes?: Attributes) => HtmlNode;

/** What may stand inside of an element whose text is not escaped. */
export type RawTextChild<Trusted> = Trusted | boolean | null | undefined | readonly RawTextChild<Trusted>[];

/** Builds an element whose text is not escaped: `script(rawScript("start()"))`. */
export interface RawTextBuilder<Attributes, Trusted> {
  (...children: readonly RawTextChild<Trusted>[]): HtmlNode;
  (attributes: Attributes, ...children: readonly RawTextChild<Trusted>[]): HtmlNode;
}
