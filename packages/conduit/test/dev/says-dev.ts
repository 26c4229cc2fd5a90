import { dev } from "../../src/dev/dev.ts";
import { switchOff } from "./switch-off.ts";
import { type Html, p, renderToString } from "../../src/index.ts";
import { build, type Element, type Tree, withAncestors } from "./trees.ts";

/** What dev mode says of a tree: nothing, or the first line of its error. */
export function saysDev(tree: Element): string | undefined {
  dev();
  // Where an error comes from is tested elsewhere, and most of the time would go there.
  const engine = Error as { prepareStackTrace?: unknown };
  const before = engine.prepareStackTrace;
  engine.prepareStackTrace = () => "";
  try {
    renderToString(() => build(tree) as Html);
    return undefined;
  } catch (error) {
    return (error as Error).message.split("\n")[0];
  } finally {
    engine.prepareStackTrace = before;
    switchOff();
  }
}

/** The HTML of a tree. */
export const write = (tree: Tree): string => renderToString(() => p(build(tree))).slice("<p>".length, -"</p>".length);

// Refused everywhere, though parsers leave them alone there: a form in a form inside of a template, a link in a link in SVG, and
// between the cells of a table a form with nothing in it.
const shared = new Set(["a", "script", "style", "title"]);
const parts = new Set(["table", "thead", "tbody", "tfoot", "tr"]);
export function isException(tree: Element): boolean {
  return [...withAncestors(tree)].some(([{ tag, children }, above]) => {
    if (tag === "form" && children.length === 0 && parts.has(above[0]?.tag ?? "")) return true;
    const outer = above.findIndex((one) => one.tag === tag);
    if (outer === -1) return false;
    if (tag === "form") return above.some((one) => one.tag === "template");
    return tag === "a" && above.slice(0, outer).every((one) => shared.has(one.tag));
  });
}
