// A naive writer of the same trees, from the rules in the README. Imports nothing from src.

export type Tree = string | number | null | boolean | readonly Tree[] | Element;

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number | boolean | null>>;
  readonly children: readonly Tree[];
}

const voids = new Set(["br", "hr", "img", "input"]);
const urls = new Set(["href", "src", "action"]);

export function writeTree(tree: Tree): string {
  if (typeof tree === "string" || typeof tree === "number") return escape(String(tree));
  if (tree === null || typeof tree === "boolean") return "";
  if (isList(tree)) return tree.map(writeTree).join("");
  const attributes = Object.entries(tree.attributes).map(writeAttribute).join("");
  const open = `<${tree.tag}${attributes}>`;
  return voids.has(tree.tag) ? open : `${open}${tree.children.map(writeTree).join("")}</${tree.tag}>`;
}

function isList(tree: readonly Tree[] | Element): tree is readonly Tree[] {
  return Array.isArray(tree);
}

function writeAttribute([name, value]: [string, string | number | boolean | null]): string {
  if (value === null) return "";
  if (typeof value === "boolean") {
    if (name.startsWith("aria-")) return ` ${name}="${value}"`;
    return value ? ` ${name}` : "";
  }
  const text = urls.has(name) && typeof value === "string" && !isSafe(value) ? "about:invalid#watt" : String(value);
  return ` ${name}="${escape(text)}"`;
}

function isSafe(url: string): boolean {
  const scheme = /^[\0-\x20]*([^/?#:]*):/.exec(url)?.[1];
  return scheme === undefined || /^(https?|mailto|tel)$/i.test(scheme);
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
  "\r": "&#13;",
  "\0": "\uFFFD",
};

export function escape(text: string): string {
  let out = "";
  for (const c of text) out += references[c] ?? (/^[\ud800-\udfff]$/.test(c) ? "\uFFFD" : c);
  return out;
}
