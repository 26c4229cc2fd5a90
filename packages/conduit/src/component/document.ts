import type { Html } from "../api.ts";
import { fragmentOf } from "../html/fragment-of.ts";
import { fixed } from "../html/markup.ts";
import type { HtmlNode } from "../tape/token.ts";

const doctype = fixed("<!doctype html>");

/** A whole document: the doctype, and the root element (`html_`). */
export function document(root: Html): HtmlNode {
  return fragmentOf("document", [root], doctype);
}
