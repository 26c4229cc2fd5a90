import type { Child } from "../api.ts";
import { fragmentOf } from "../html/fragment-of.ts";
import type { HtmlNode } from "../tape/token.ts";

/**
 * The children that `view` makes of each item, one after the other. The same as an array of children.
 *
 * @param empty what to write for an empty list
 */
export function each<Item>(
  items: Iterable<Item>,
  view: (item: Item, index: number) => Child,
  empty?: () => Child,
): HtmlNode {
  const children: Child[] = [];
  for (const item of items) children.push(view(item, children.length));
  if (children.length === 0 && empty !== undefined) children.push(empty());
  return fragmentOf("each", children);
}
