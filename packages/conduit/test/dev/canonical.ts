import { type DefaultTreeAdapterTypes as Parsed, defaultTreeAdapter, html, parse, parseFragment } from "parse5";
import { type Element, isElement, type Tree } from "./trees.ts";

// Trees in one form, so that what was built and what was parsed can be compared. Imports nothing from src.

/** `[name, ...children]`, or text. */
export type Canonical = string | readonly [string, ...Canonical[]];

// The builders of these leave no trace of their namespace.
const SHARED = new Set(["a", "script", "style", "title"]);
const PREFIX: Readonly<Record<string, string>> = { html: "", svg: "svg ", mathml: "math " };
const BY_URI = { [html.NS.HTML]: "", [html.NS.SVG]: "svg ", [html.NS.MATHML]: "math " } as Readonly<
  Record<string, string>
>;

// A name that the standard spells and parse5 does not know.
const SPELLED: Readonly<Record<string, string>> = { fedropshadow: "feDropShadow" };

const nameOf = (prefix: string, tag: string): string =>
  SHARED.has(tag) && (prefix !== "math " || tag === "a") ? tag : prefix + tag;

/** Text beside text is one. */
function merged(children: readonly Canonical[]): Canonical[] {
  const all: Canonical[] = [];
  for (const child of children) {
    const last = all.at(-1);
    if (typeof child === "string" && typeof last === "string") all[all.length - 1] = last + child;
    else if (child !== "") all.push(child);
  }
  return all;
}

/** What was built. `write`: how the content of <noscript> is written, for parsers with scripts, to which it is text. */
export function ofTree(tree: Tree, write?: (tree: Tree) => string): Canonical {
  if (!isElement(tree)) return tree;
  const { space, tag } = tree;
  if (write !== undefined && tag === "noscript") return [tag, ...merged(tree.children.map(write))];
  const children = merged(tree.children.map((child) => ofTree(child, write)));
  if (tag === "html") return ["html", ...complete(tree, children)];
  return [nameOf(PREFIX[space] ?? "", tag), ...children];
}

// Parsers add what is left out of a document, which moves nothing.
function complete({ children }: Element, built: Canonical[]): Canonical[] {
  const found = new Set(children.filter(isElement).map(({ tag }) => tag));
  const all = found.has("head") ? built : [["head"] as const, ...built];
  return found.has("body") ? all : [...all, ["body"]];
}

/** What parse5 makes of HTML: of a document, or of a fragment. */
export function parsed(text: string, scriptingEnabled: boolean): Canonical[] {
  const isDocument = text.startsWith("<html");
  const root = isDocument
    ? parse(`<!doctype html>${text}`, { scriptingEnabled })
    : parseFragment(text, { scriptingEnabled });
  return merged(root.childNodes.flatMap((node) => ofNode(node)));
}

function ofNode(node: Parsed.Node): Canonical[] {
  if (defaultTreeAdapter.isTextNode(node)) return [node.value];
  if (!defaultTreeAdapter.isElementNode(node)) return [];
  const inside = "content" in node ? (node as Parsed.Template).content : node;
  const children = merged(inside.childNodes.flatMap((child) => ofNode(child)));
  return [[nameOf(BY_URI[node.namespaceURI] ?? "?", SPELLED[node.tagName] ?? node.tagName), ...children]];
}
