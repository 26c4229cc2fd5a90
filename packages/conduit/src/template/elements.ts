import type { ContentKind } from "../html/content.ts";

/** What a browser's parser takes an element for. */
export type Namespace = "html" | "svg" | "math";

// Lists are texts. Why no sets: a bundle without templates can leave texts out.
const has = (names: string, name: string): boolean => names.includes(` ${name} `);

// https://html.spec.whatwg.org/#void-elements, and those of the past that parsers still end at once
const voids = " area base br col embed hr img input link meta source track wbr basefont bgsound frame keygen param ";

// Start tags that end SVG and MathML, wherever they stand in it.
// https://html.spec.whatwg.org/#parsing-main-inforeign
const breakouts =
  " b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr " +
  "ol p pre ruby s small span strong strike sub sup table tt u ul var ";
// Elements whose text is no ordinary text in HTML and would be some here.
const htmlTexts = " iframe xmp noembed noframes textarea plaintext ";

const svgPoints = " foreignobject desc title ";
const mathPoints = " mi mo mn ms mtext ";
const htmlEncodings = " text/html application/xhtml+xml ";

/** What may stand inside an element, by its lower-case name. */
export function contentKind(namespace: Namespace, name: string): ContentKind {
  if (name === "script" || name === "style") return "rawText";
  if (namespace !== "html") return "normal";
  if (has(voids, name)) return "void";
  if (name === "iframe") return "rawText";
  if (has(" pre listing ", name)) return "preformatted";
  return name === "title" ? "textOnly" : name === "textarea" ? "textArea" : "normal";
}

/** The namespace of what is inside an element. @param encoding the static attribute of that name */
export function namespaceInside(namespace: Namespace, name: string, encoding: string | undefined): Namespace {
  if (namespace === "svg") return has(svgPoints, name) ? "html" : "svg";
  if (namespace === "html") return "html";
  const isPoint =
    has(mathPoints, name) || (name === "annotation-xml" && has(htmlEncodings, (encoding ?? "").toLowerCase()));
  return isPoint ? "html" : "math";
}

/** The namespace of an element, by its lower-case name, where `inside` is that of its surroundings. */
export function namespaceOf(inside: Namespace, parent: string | undefined, name: string): Namespace {
  if (name === "svg" && (inside === "html" || parent === "annotation-xml")) return "svg";
  return name === "math" && inside === "html" ? "math" : inside;
}

/** What to write in place of an element that parsers treat otherwise than its markup says; `undefined` for all others. */
export function replacement(namespace: Namespace, name: string): string | undefined {
  if (namespace === "html") {
    if (has(" plaintext xmp noembed noframes ", name))
      return "It is one of the past: write <pre>, with &lt; and &amp;.";
    return name === "image" ? "Write <img>." : undefined;
  }
  const isForeign = !has(breakouts, name) && !has(htmlTexts, name) && !(namespace === "math" && name === "title");
  if (isForeign) return undefined;
  return `Put it into ${namespace === "svg" ? "<foreignObject>" : "<mtext>"}, or close <${namespace}> before.`;
}
