import type { Late } from "../tape/late.ts";
import { tape } from "../tape/tape.ts";
import type { HtmlNode } from "../tape/token.ts";
import { nothing } from "./markup.ts";

/** A node of what the render decides when it comes to it. */
export function lateNode(name: string, late: Late): HtmlNode {
  tape.begin(name);
  tape.wait(nothing, late);
  return tape.end(nothing);
}
