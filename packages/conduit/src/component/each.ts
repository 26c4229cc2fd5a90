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
  // Why a loop for arrays: an iterator makes an object for each item.
  const list = Array.isArray(items) ? (items as readonly Item[]) : [...items];
  const children: Child[] = [];
  for (let i = 0; i < list.length; i++) children.push(view(list[i] as Item, i));
  if (children.length === 0 && empty !== undefined) children.push(empty());
  return fragmentOf("each", children);
}
