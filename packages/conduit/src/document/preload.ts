import type { LinkAttributes } from "../html/attributes.ts";
import { link } from "../html/elements.ts";
import type { HtmlNode } from "../tape/token.ts";

/**
 * A link that makes browsers load a file that the page will need soon. Fonts are asked for without credentials, as browsers do
 * when they come to use them; otherwise they would load them twice.
 */
export function preload(
  href: string,
  as: "audio" | "document" | "fetch" | "font" | "image" | "script" | "style" | "track" | "video" | "worker",
  attributes?: LinkAttributes,
): HtmlNode {
  return link({ rel: "preload", href, as, ...(as === "font" && { crossorigin: "anonymous" as const }), ...attributes });
}

/** A link that makes browsers load, and compile, a module and what it imports. */
export function modulePreload(href: string, attributes?: LinkAttributes): HtmlNode {
  return link({ rel: "modulepreload", href, ...attributes });
}
