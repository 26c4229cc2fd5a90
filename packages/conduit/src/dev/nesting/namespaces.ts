import { type Built, isElement, type Namespace, type Piece } from "../built.ts";
import { htmlTags, mathmlTags, svgTags } from "../standards.ts";
import { words } from "../words.ts";

const tags: Readonly<Record<Namespace, ReadonlySet<string>>> = { html: htmlTags, svg: svgTags, mathml: mathmlTags };
const all: readonly Namespace[] = ["html", "svg", "mathml"];

// https://html.spec.whatwg.org/#html-integration-point
const svgIntegration = words("foreignObject desc title");
const mathmlIntegration = words("mi mo mn ms mtext");
const htmlEncoding = /^(?:text\/html|application\/xhtml\+xml)$/i;

/** Whether a namespace has an element of that name. Names that none has are HTML's. */
export function isOf(tag: string, namespace: Namespace): boolean {
  return tags[namespace].has(tag) || (namespace === "html" && !svgTags.has(tag) && !mathmlTags.has(tag));
}

/** The namespace that a parser gives an element, by its parent. */
export function namespaceIn(parent: Built, own: Namespace, tag: string): Namespace {
  if (!isHtmlInside(parent, own))
    return own === "mathml" && parent.tag === "annotation-xml" && tag === "svg" ? "svg" : own;
  return tag === "svg" ? "svg" : tag === "math" ? "mathml" : "html";
}

/** Whether parsers read what is in an element as HTML. */
export function isHtmlInside({ tag, attributes }: Built, own: Namespace): boolean {
  if (own === "svg") return svgIntegration.has(tag);
  if (own === "html" || mathmlIntegration.has(tag)) return true;
  return tag === "annotation-xml" && htmlEncoding.test(String(attributes["encoding"]));
}

/**
 * The namespace that an element must be of: by its name, or by what is in it for a name that several have. `undefined` when
 * that does not tell.
 */
export function namespaceOf(tag: string, children: readonly Piece[]): Namespace | undefined {
  const possible = all.filter((namespace) => isOf(tag, namespace));
  if (possible.length === 1) return possible[0];
  const elements = children.filter(isElement);
  // In an HTML <title> there are none.
  if (tag === "title") return elements.length > 0 ? "svg" : undefined;
  return elements.find(({ tag, namespace }) => tag !== "svg" && tag !== "math" && namespace !== undefined)?.namespace;
}
