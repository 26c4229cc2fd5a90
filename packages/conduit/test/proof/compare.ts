import { type DefaultTreeAdapterTypes as Tree, html as names, parse } from "parse5";
import { candidatesOf, INVALID, isSafe, protocolOf, refreshOf } from "../oracle/urls.ts";
import { data, leaves, nameOf } from "./build.ts";
import type { AttributePlace, Template } from "./template.ts";

const spaces = { html: names.NS.HTML, svg: names.NS.SVG, math: names.NS.MATHML };

/** What is wrong with a document that was written of a template, or nothing. */
export function wrongIn(text: string, template: Template, values: readonly string[]): string | undefined {
  // Scripting off: what stands in <noscript> is markup then, and can be looked at.
  const document = parse(text, { scriptingEnabled: false });
  const [doctype, root, ...rest] = document.childNodes;
  if (doctype?.nodeName !== "#documentType" || rest.length > 0) return "more than a document";
  const [head, body, ...others] = elementsOf(root);
  const [meta, title, ...more] = elementsOf(head);
  if (root?.nodeName !== "html" || head?.nodeName !== "head" || body?.nodeName !== "body") return "another skeleton";
  if (others.length > 0 || more.length > 0 || meta?.nodeName !== "meta") return "another head";
  return (
    textWrong(title, kept(values[0]!)) ??
    (attributesOf(body as Tree.Element).size > 0 ? "attributes of body" : childrenWrong(body, [template], values))
  );
}

const elementsOf = (node: Tree.Node | undefined): readonly Tree.ChildNode[] => {
  if (node === undefined || !("childNodes" in node)) return [];
  return node.nodeName === "template" ? (node as Tree.Template).content.childNodes : node.childNodes;
};

/** What becomes of text: NUL and lone surrogates are no characters of HTML. */
function kept(value: string): string {
  return value.replace(/[\0\p{Surrogate}]/gu, "\uFFFD");
}

function textWrong(node: Tree.Node | undefined, expected: string): string | undefined {
  const text = elementsOf(node).map((child) =>
    child.nodeName === "#text" ? (child as Tree.TextNode).value : "<markup>",
  );
  return text.join("") === expected ? undefined : `the text of ${node?.nodeName} is ${JSON.stringify(text.join(""))}`;
}

function childrenWrong(node: Tree.Node, templates: readonly Template[], values: readonly string[]): string | undefined {
  const found = [...elementsOf(node)];
  let text = "";
  const takeText = (): string | undefined => {
    const expected = text;
    text = "";
    if (expected === "") return undefined;
    const next = found.shift();
    const isText = next?.nodeName === "#text" && (next as Tree.TextNode).value === expected;
    return isText ? undefined : `${JSON.stringify(expected)} is missing in ${node.nodeName}`;
  };
  for (const template of templates) {
    if ("context" in template) {
      text += kept(values[template.slot]!);
      continue;
    }
    const wrong = takeText() ?? elementWrong(found.shift(), template, values);
    if (wrong !== undefined) return wrong;
  }
  return takeText() ?? (found.length > 0 ? `${found[0]!.nodeName} was added to ${node.nodeName}` : undefined);
}

type ElementTemplate = Exclude<Template, { readonly context: string }>;

function elementWrong(
  node: Tree.Node | undefined,
  template: ElementTemplate,
  values: readonly string[],
): string | undefined {
  const { tag, space, attributes, children, inner } = template;
  if (node === undefined || !("tagName" in node)) return `<${tag}> is missing`;
  if (node.tagName !== tag || node.namespaceURI !== spaces[space]) return `<${node.tagName}> instead of <${tag}>`;
  const found = attributesOf(node);
  for (const place of attributes) {
    const value = values[place.slot]!;
    const name = nameOf(place, value)?.toLowerCase();
    if (name === undefined) continue;
    if (!attributeIsRight(place, value, found.get(name))) {
      return `${name}=${JSON.stringify(found.get(name))} of <${tag}> for ${JSON.stringify(value)}`;
    }
    found.delete(name);
  }
  const [place] = children;
  if (inner !== undefined) {
    const wrong = wrongIn(found.get("srcdoc") ?? "", inner, values);
    if (wrong !== undefined) return `srcdoc: ${wrong}`;
    found.delete("srcdoc");
  }
  if (tag === "meta" && place !== undefined && "context" in place) {
    if (found.get("http-equiv") !== "Refresh") return "no refresh";
    if (!refreshIsRight(values[place.slot]!, found.get("content"))) return `refresh to ${found.get("content")}`;
    return found.size === 2 ? undefined : "attributes were added to <meta>";
  }
  if (found.size > 0) return `${[...found.keys()].join()} was added to <${tag}>`;
  if ((tag === "script" || tag === "style") && place !== undefined && "context" in place) {
    return rawTextWrong(node, place.context, space, values[place.slot]!);
  }
  return childrenWrong(node, children, values);
}

function attributesOf({ attrs }: Tree.Element): Map<string, string> {
  return new Map(attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]));
}

function rawTextWrong(node: Tree.Element, context: string, space: string, value: string): string | undefined {
  if (context === "json") {
    const text = elementsOf(node).map((child) => (child as Tree.TextNode).value);
    const isRight = text.length === 1 && parsed(text[0]!) === JSON.stringify(data(value));
    return isRight ? undefined : `JSON is ${text.join()}`;
  }
  const written = leaves(value) ? (context === "code" ? "0" : "a{}") : value;
  // Outside of SVG there are no references, so parsers read another line end as LF.
  return textWrong(node, space === "html" ? kept(written).replace(/\r\n?/g, "\n") : kept(written));
}

function parsed(json: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    return undefined;
  }
}

function attributeIsRight({ context }: AttributePlace, value: string, found: string | undefined): boolean {
  switch (context) {
    case "url":
      return found === (isSafe(value) ? kept(value) : INVALID) && goesNowhereElse(found);
    case "urls":
      return found === kept(value.replace(/[^\t\n\f\r ]+/g, (url) => (isSafe(url) ? url : INVALID)));
    case "srcset":
      return srcsetIsRight(value, found);
    case "candidates":
      return candidatesAreRight(value, found);
    case "classes":
      return found === (value === "" ? "a" : `a ${kept(value)}`);
    case "style":
      return found === "--b:end" || found === `--a:${kept(value)};color:${kept(value)};--b:end`;
    case "reference":
      return found === kept(value) || (found === "" && /[^\w #%.,-]/.test(value));
    default:
      return found === kept(value);
  }
}

const allowed = new Set([undefined, "http:", "https:", "mailto:", "tel:", "about:"]);
const goesNowhereElse = (url: string): boolean => allowed.has(protocolOf(url));

function srcsetIsRight(value: string, found: string | undefined): boolean {
  if (found === undefined) return false;
  const expected = candidatesOf(value).map(({ url, descriptors }) => ({
    url: kept(isSafe(url) ? url : INVALID),
    descriptors: kept(descriptors),
  }));
  const candidates = candidatesOf(found);
  return (
    JSON.stringify(candidates) === JSON.stringify(expected) &&
    candidates.every(({ url }) => goesNowhereElse(url)) &&
    (expected.some(({ url }) => url === INVALID) || found === kept(value))
  );
}

function candidatesAreRight(value: string, found: string | undefined): boolean {
  const candidates = candidatesOf(found ?? "");
  const [first, last] = candidates.length === 2 ? candidates : [undefined, candidates[0]];
  if (candidates.length > 2 || last?.url !== "/end" || last.descriptors !== "") return false;
  // What parsers of URLs drop at its ends is dropped before NUL becomes another character.
  const given = isSafe(value) ? kept(value.replace(/^[\0-\x20]+|[\0-\x20]+$/g, "")) : INVALID;
  if (first === undefined) return given === "";
  return first.descriptors === "7w" && hrefOf(first.url) === hrefOf(given);
}

/** Where a URL leads. Commas at its ends and spaces are spelled otherwise in a list, which matters to no http URL. */
function hrefOf(url: string): string | undefined {
  try {
    return new URL(url, "http://base.invalid/dir/page").href.replaceAll("%2C", ",").replaceAll("%20", " ");
  } catch {
    return undefined;
  }
}

function refreshIsRight(value: string, found: string | undefined): boolean {
  const url = refreshOf(value);
  return found === (url !== undefined && isSafe(url) ? kept(value) : INVALID);
}
