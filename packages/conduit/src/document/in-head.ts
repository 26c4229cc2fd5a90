import type { Child, Html } from "../api.ts";
import { title } from "../html/elements.ts";
import { lateNode } from "../html/late-node.ts";
import type { HtmlNode } from "../tape/token.ts";

/** The key of a page's title. */
export const TITLE = "title";

/**
 * Puts `html` into the head of the page, from any part of it: links, metadata, a script. Stands as a child where it is asked for, and writes
 * nothing there. In the head are the shell's own first, then these as the page has them; equal ones once.
 *
 * @param key of several with the same key the last is taken: what is further inside knows more
 */
export function inHead(html: Html, key?: string): HtmlNode {
  return lateNode("inHead", {
    come(render) {
      (render.headEntries ??= []).push({ key, html });
      return undefined;
    },
  });
}

/** Gives the page its title, in place of the shell's or that of a part around this one. */
export function pageTitle(...text: readonly Exclude<Child, Html>[]): HtmlNode {
  return inHead(title(...text), TITLE);
}
