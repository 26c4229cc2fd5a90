import type { View } from "../../api.ts";
import { renderToString } from "../../render/render-to-string.ts";
import { words } from "../words.ts";
import { type Markup, parseMarkup } from "./parse.ts";

// Around these, and inside of them when they hold nothing else, white space is not shown.
const blocks = words(
  "address article aside base blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta nav ol optgroup option p pre script " +
    "search section style summary table tbody td template tfoot th thead title tr ul",
);
// Their text is what counts, white space and all.
const kept = words("pre textarea script style title option");
const INDENT = "  ";

/**
 * Renders a view as HTML that people read: each block on a line of its own, indented. White space is added only between blocks, where
 * it is not shown; what holds text or inline elements stays on its line as it is. Trusted HTML that leaves tags out is not taken apart: then all stays as
 * `renderToString` writes it.
 *
 * @throws as `renderToString`
 */
export function print(view: View): string {
  const html = renderToString(view);
  const pieces = parseMarkup(html);
  if (pieces === undefined || !areBlocks(pieces)) return html;
  return linesOf(pieces, "").join("\n");
}

function linesOf(pieces: readonly Markup[], indent: string): string[] {
  return pieces.filter((piece) => !isSpace(piece)).flatMap((piece) => lines(piece, indent));
}

function lines(piece: Markup, indent: string): string[] {
  const { tag, open, close, children, whole } = piece;
  if (!isApart(piece)) return [indent + whole];
  const inner = linesOf(children, indent + INDENT);
  // Parsers move white space after </body> into it, where it must not become part of a text.
  if (tag === "html" && !endsApart(children)) return [indent + open, ...inner.slice(0, -1), `${inner.at(-1)}${close}`];
  return [indent + open, ...inner, indent + close];
}

/** Whether the pieces of an element get lines of their own. */
function isApart({ tag, children }: Markup): boolean {
  return tag !== undefined && !kept.has(tag) && children.some((child) => !isSpace(child)) && areBlocks(children);
}

function areBlocks(pieces: readonly Markup[]): boolean {
  return pieces.every((piece) => isSpace(piece) || isBlock(piece));
}

function isBlock({ tag, open }: Markup): boolean {
  return tag === undefined ? /^<!doctype/i.test(open) : blocks.has(tag);
}

function isSpace({ tag, open }: Markup): boolean {
  return tag === undefined && /^[\t\n\f\r ]*$/.test(open);
}

function endsApart(children: readonly Markup[]): boolean {
  const body = children.findLast(({ tag }) => tag === "body");
  return body === undefined || isApart(body);
}
