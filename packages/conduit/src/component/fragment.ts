import type { Child, Html } from "../api.ts";
import { lateNode } from "../html/late-node.ts";
import { FragmentFound, type RenderState } from "../tape/late.ts";
import type { HtmlNode } from "../tape/token.ts";

/** A region of pages that can be rendered alone. */
export interface Fragment<Id extends string = string, Props extends readonly unknown[] = readonly never[]> {
  (...props: Props): HtmlNode;
  readonly id: Id;
  /** The selector of its element. */
  readonly target: `#${Id}`;
}

/** What makes the element of a fragment: a builder, or a function that calls one. */
export type FragmentRoot<Id extends string> = (attributes: { readonly id: Id }, ...children: readonly Child[]) => Html;

/**
 * Makes a region that can be rendered alone: as itself, `renderToBytes(() => Cart(items))`, or out of the page it stands in,
 * `renderToBytes(() => Page(), { only: Cart })`. Its element has `id`, so that a client finds it.
 *
 *     const Cart = fragment("cart", section.with({ class: "cart" }), (items: Item[]) => ul(items.map(Line)));
 *
 * @param root makes the element around what `view` returns
 */
export function fragment<const Id extends string, Props extends readonly unknown[]>(
  id: Id,
  root: FragmentRoot<Id>,
  view: (...props: Props) => Child,
): Fragment<Id, Props> {
  const made = (...props: Props): HtmlNode => {
    const html = root({ id }, view(...props));
    const come = (render: RenderState): Html => {
      if (render.only === made) throw new FragmentFound(html);
      return html;
    };
    return lateNode(id, { come }, html);
  };
  return Object.assign(made, { id, target: `#${id}` } as const);
}
