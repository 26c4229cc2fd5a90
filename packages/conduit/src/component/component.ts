import type { Child, Html } from "../api.ts";
import { isHtml } from "../escape/is-html.ts";
import { conduitError, kindOf } from "../errors.ts";

/** A view with typed props: `Card({ title: "x" }, p("child"))`. */
export type Component<Props> = (props: Props, ...children: readonly Child[]) => Html;

/**
 * Makes a component of a function. An ordinary function does as well; this one says which component it was that
 * returned something else than HTML.
 *
 * @param view gets the props and the children; its name stands in errors
 * @throws WATT_CONDUIT_NOT_HTML from the component, when the view returns no HTML
 */
export function component<Props>(view: (props: Props, children: readonly Child[]) => Html): Component<Props> {
  return (props, ...children) => {
    const html = view(props, children);
    if (!isHtml(html)) {
      const where = view.name === "" ? "A component" : `The component ${view.name}`;
      throw conduitError("WATT_CONDUIT_NOT_HTML", { where, kind: kindOf(html) });
    }
    return html;
  };
}
