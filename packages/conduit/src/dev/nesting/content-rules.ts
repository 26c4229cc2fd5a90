import { type Built, isElement, isText, type Piece } from "../built.ts";
import { words } from "../words.ts";
import type { Wrong } from "./wrong.ts";

/** What parsers leave in an element. */
interface Content {
  readonly takes: ReadonlySet<string>;
  /** What parsers do with anything else. */
  readonly reason: string;
  readonly instead: string;
}

// https://html.spec.whatwg.org/#parsing-main-intable and the modes after it
const FOSTERED = "parsers move it out of the table, before it";
const everywhere = "style script template";
const rows: Content = { takes: words(`tr ${everywhere}`), reason: FOSTERED, instead: "Put it into a cell of a <tr>." };
const contents: ReadonlyMap<string, Content> = new Map([
  [
    "table",
    {
      takes: words(`caption colgroup thead tbody tfoot ${everywhere}`),
      reason: FOSTERED,
      instead: "Put it into a cell or the <caption>.",
    },
  ],
  ["thead", rows],
  ["tbody", rows],
  ["tfoot", rows],
  ["tr", { takes: words(`td th ${everywhere}`), reason: FOSTERED, instead: "Put it into a <td> or <th>." }],
  [
    "colgroup",
    { takes: words("col template"), reason: "parsers close <colgroup> there", instead: "Put <col> there only." },
  ],
  [
    "head",
    {
      takes: words("base link meta noscript script style template title"),
      reason: "parsers end <head> and begin <body> there",
      instead: "Put it into <body>.",
    },
  ],
  ["html", { takes: words("head body"), reason: "parsers begin <body> there", instead: "Put it into <body>." }],
]);

/** Elements that parsers leave in these parents only. Templates have rules of their own. */
const homes: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["caption", words("table")],
  ["colgroup", words("table")],
  ["col", words("colgroup")],
  ["thead", words("table")],
  ["tbody", words("table")],
  ["tfoot", words("table")],
  ["tr", words("thead tbody tfoot")],
  ["td", words("tr")],
  ["th", words("tr")],
  ["html", new Set<string>()],
  ["head", words("html")],
  ["body", words("html")],
]);

const tableParts = words("table thead tbody tfoot tr colgroup");
const headings = words("h1 h2 h3 h4 h5 h6");
const inHeadNoscript = words("link meta style");

/** The first child that parsers do not leave in an HTML element, by the element alone. O(children). */
export function wrongContent(parent: Built): Wrong | undefined {
  for (const child of parent.children) {
    const wrong = isElement(child) ? wrongElement(parent, child) : wrongText(parent, child);
    if (wrong !== undefined) return wrong;
  }
  return parent.tag === "html" ? wrongOrder(parent) : undefined;
}

function wrongElement(parent: Built, child: Built): Wrong | undefined {
  const home = homes.get(child.tag);
  if (home !== undefined && !home.has(parent.tag)) return astray(parent, child, home);
  const content = contents.get(parent.tag);
  if (
    content !== undefined &&
    !content.takes.has(child.tag) &&
    !(tableParts.has(parent.tag) && isHidden(child, parent))
  )
    return { child, parent, ...content };
  if (headings.has(child.tag) && headings.has(parent.tag)) {
    const reason = `parsers close <${parent.tag}> where <${child.tag}> begins`;
    return { child, parent, reason, instead: "Put them side by side in <hgroup>, or write <span>." };
  }
  if ((child.tag === "option" || child.tag === "optgroup") && parent.tag === "option") {
    const reason = `parsers close <option> where <${child.tag}> begins`;
    return { child, parent, reason, instead: `Put <${child.tag}> beside <option>.` };
  }
  if (parent.tag === "head" && child.tag === "noscript") return wrongNoscript(child);
  return undefined;
}

function wrongText(parent: Built, child: Piece): Wrong | undefined {
  const content = contents.get(parent.tag);
  return content !== undefined && isText(child) ? { child, parent, ...content } : undefined;
}

// Parts of a table, and of a document, that stand elsewhere.
function astray(parent: Built, child: Built, home: ReadonlySet<string>): Wrong {
  const between = tableParts.has(parent.tag) && tableParts.has([...home][0] ?? "");
  const reason = between
    ? "parsers add or close elements of the table between them"
    : `parsers leave the tags of <${child.tag}> out there`;
  const list = [...home].map((tag) => `<${tag}>`).join(" or ");
  const instead = home.size === 0 ? "Make it the root of the document." : `Put it directly into ${list}.`;
  return { child, parent, reason, instead };
}

function isHidden({ tag, attributes }: Built, parent: Built): boolean {
  return tag === "input" && parent.tag !== "colgroup" && String(attributes["type"]).toLowerCase() === "hidden";
}

// Without scripts its content is read as elements of <head>, with them as text.
function wrongNoscript(parent: Built): Wrong | undefined {
  const child = parent.children.find((piece) => (isElement(piece) ? !inHeadNoscript.has(piece.tag) : isText(piece)));
  if (child === undefined) return undefined;
  const reason =
    "a <noscript> of <head> may hold <link>, <meta> and <style>, and parsers begin <body> at anything else";
  return { child, parent, reason, instead: "Put it into a <noscript> of <body>." };
}

// One <head>, then one <body>; either may be left out.
function wrongOrder(parent: Built): Wrong | undefined {
  const [first, ...rest] = parent.children.filter(isElement);
  const child = first?.tag === "head" ? rest.find(({ tag }, i) => tag === "head" || i > 0) : rest[0];
  if (child === undefined) return undefined;
  const reason = `parsers leave the tags of this <${child.tag}> out`;
  return { child, parent, reason, instead: "Write one <head> and then one <body>." };
}

/** True for an element that only tables, or documents, hold. */
export function hasHome(tag: string): boolean {
  return homes.has(tag);
}
