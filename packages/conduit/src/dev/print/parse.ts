import { words } from "../words.ts";

/** A piece of markup. */
export interface Markup {
  /** Name of an element; undefined for text, comments and the doctype. */
  readonly tag: string | undefined;
  /** The text, the opening tag, or what else it is, as it was written. */
  readonly open: string;
  readonly close: string;
  readonly children: readonly Markup[];
  /** All of it, as it was written. */
  readonly whole: string;
}

// A tag, a comment or a doctype. In tags `>` may stand in quotes.
const token = /<!--[\s\S]*?-->|<![^>]*>|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const voids = words("area base br col embed hr img input link meta source track wbr");
const texts = words("script style textarea title iframe noscript");

interface Open {
  readonly tag: string;
  readonly start: number;
  readonly open: string;
  readonly children: Markup[];
}

/**
 * The pieces that HTML consists of. `undefined` when a tag is missing or closes something else, which is allowed in trusted HTML
 * and nowhere else. O(length).
 */
export function parseMarkup(html: string): readonly Markup[] | undefined {
  const root: Open = { tag: "", start: 0, open: "", children: [] };
  const stack = [root];
  // A copy: it remembers how far it has come.
  const tokens = new RegExp(token);
  let at = 0;
  for (let found = tokens.exec(html); found !== null; found = tokens.exec(html)) {
    const parent = stack.at(-1)!;
    const [whole, slash, name, rest = ""] = found;
    const end = found.index + whole.length;
    addText(parent, html.slice(at, found.index));
    at = end;
    const tag = name?.toLowerCase();
    if (tag === undefined) {
      parent.children.push(leaf(undefined, whole));
    } else if (slash === "/") {
      const closed = stack.pop()!;
      if (closed.tag !== tag || stack.length === 0) return undefined;
      const { start, open, children } = closed;
      stack.at(-1)!.children.push({ tag, open, close: whole, children, whole: html.slice(start, end) });
    } else if (voids.has(tag) || rest.endsWith("/")) {
      parent.children.push(leaf(tag, whole));
    } else {
      const opened: Open = { tag, start: found.index, open: whole, children: [] };
      stack.push(opened);
      if (texts.has(tag)) at = skipText(html, opened, end);
      tokens.lastIndex = at;
    }
  }
  addText(root, html.slice(at));
  return stack.length === 1 ? root.children : undefined;
}

const leaf = (tag: string | undefined, whole: string): Markup => ({ tag, open: whole, close: "", children: [], whole });

function addText(parent: Open, text: string): void {
  if (text !== "") parent.children.push(leaf(undefined, text));
}

/** Goes on at the closing tag of an element in which there are no tags. */
function skipText(html: string, element: Open, from: number): number {
  const end = html.slice(from).search(new RegExp(`</${element.tag}[\\s/>]`, "i"));
  const to = end === -1 ? html.length : from + end;
  addText(element, html.slice(from, to));
  return to;
}
