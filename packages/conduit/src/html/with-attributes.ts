import { htmlBytes } from "../tape/html-bytes.ts";
import type { HtmlNode } from "../tape/token.ts";
import { isCspNonce } from "../escape/csp-nonce.ts";
import { isRecord } from "./is-record.ts";
import type { UntypedBuilder } from "./element.ts";

/** What makes a node of the arguments of a builder. */
export type Build = (...args: readonly unknown[]) => HtmlNode;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The markup of an element with these attributes up to its `>`; `undefined` when it is not the same in each render. */
export function openingOf(build: Build, close: string, attributes: object): string | undefined {
  if (Object.values(attributes).some(isCspNonce)) return undefined;
  const html = decoder.decode(htmlBytes(build(attributes)));
  return html.slice(0, html.length - close.length - 1);
}

/** A builder that puts attributes before those of each call, which come later and so take their place. */
export function withMerged(build: Build, attributes: object): UntypedBuilder {
  const merged = (...args: readonly unknown[]): HtmlNode => {
    const [first, ...children] = args;
    return isRecord(first) ? build({ ...attributes, ...first }, ...children) : build(attributes, ...args);
  };
  return withAttributes(merged);
}

/** Gives a builder that is made of another its `with`. */
export function withAttributes(build: Build): UntypedBuilder {
  return Object.assign(build, { with: (attributes: object) => withMerged(build, attributes) });
}
