import type { Child } from "../api.ts";
import type { HtmlNode } from "../tape/token.ts";

/** Builds an element: `div({ class: "card" }, "text", child)`, attributes first and optional. */
export interface Builder<Attributes> {
  (...children: readonly Child[]): HtmlNode;
  (attributes: Attributes, ...children: readonly Child[]): HtmlNode;
}

/** Builds an element without content: `input({ name: "q" })`. */
export type VoidBuilder<Attributes> = (attributes?: Attributes) => HtmlNode;
