import { cspNonce } from "../escape/csp-nonce.ts";
import { rawCss } from "../escape/trusted-css.ts";
import { style } from "../html/elements.ts";
import { once } from "../component/once.ts";
import type { HtmlNode } from "../tape/token.ts";
import { fragmentOf } from "../html/fragment-of.ts";
import type { CssBlock } from "./css-block.ts";

/** The rules of blocks as the text of a file, each once, in this order. */
export function stylesheet(...blocks: readonly CssBlock[]): string {
  return [...new Set(blocks.map(({ text }) => text))].join("\n");
}

/**
 * A `<style>` element for each block, in a render once, with the nonce of its security policy. For pages without a style file: put it
 * into the component that uses the blocks, or into the head.
 */
export function styles(...blocks: readonly CssBlock[]): HtmlNode {
  const parts = blocks.map((block) => once(block.text, style({ nonce: cspNonce }, rawCss(block.text))));
  return fragmentOf("styles", parts);
}
