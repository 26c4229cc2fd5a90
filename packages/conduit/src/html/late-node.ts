import { begin, end } from "../tape/record.ts";
import type { Html } from "../api.ts";
import type { Late } from "../tape/late.ts";
import { tape } from "../tape/tape.ts";
import type { HtmlNode } from "../tape/token.ts";
import { inspector } from "./inspector.ts";
import { nothing } from "./markup.ts";

/** A node of what the render decides when it comes to it: `html`, if anything. */
export function lateNode(name: string, late: Late, html?: Html): HtmlNode {
  begin(name);
  tape.wait(nothing, late);
  const node = end(nothing);
  if (html !== undefined) inspector.fragment?.([html], node);
  return node;
}
