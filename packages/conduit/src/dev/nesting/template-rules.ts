import { type Built, isElement, isText, type Piece } from "../built.ts";
import { words } from "../words.ts";
import { formInForm, tableInTemplate } from "./ancestor-rules.ts";
import { hasHome } from "./content-rules.ts";
import type { Wrong } from "./wrong.ts";

/** How parsers read what is left of a template, once they know what it begins with. */
interface Mode {
  /** The parts of a table that they go on to take. */
  readonly parts: ReadonlySet<string>;
  /** Whether they take what is no part of a table. */
  readonly others: boolean;
}

// https://html.spec.whatwg.org/#parsing-main-intemplate
const flow: Mode = { parts: new Set(), others: true };
const modes: readonly Mode[] = [
  { parts: words("caption colgroup tbody tfoot thead"), others: true },
  { parts: words("tr"), others: true },
  { parts: words("td th"), others: true },
  { parts: words("col"), others: false },
];
const decidesNothing = words("base link meta script style template title");

/**
 * The first piece that parsers do not leave in a template. A template may hold parts of a table, as long as all of them are of one level. O(children).
 */
export function wrongInTemplate(parent: Built): Wrong | undefined {
  let mode: Mode | undefined;
  for (const child of parent.children) {
    if (mode === undefined && isElement(child) && !decidesNothing.has(child.tag)) {
      mode = modes.find(({ parts }) => parts.has(child.tag)) ?? flow;
    }
    const wrong = mode === undefined ? undefined : wrongIn(mode, parent, child);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function wrongIn(mode: Mode, parent: Built, child: Piece): Wrong | undefined {
  const instead = "Put it into a template of its own.";
  const began = [...mode.parts][0];
  if (!isElement(child)) {
    if (mode.others || !isText(child)) return undefined;
    return { child, parent, reason: `parsers drop it in a template that began with <${began}>`, instead };
  }
  if (mode.parts.has(child.tag)) return undefined;
  if (hasHome(child.tag) || !(mode.others || child.tag === "template")) {
    const reason = `parsers drop or wrap <${child.tag}> in a template that began with ${began === undefined ? "something else" : `<${began}>`}`;
    return { child, parent, reason, instead };
  }
  if (mode === flow) return undefined;
  const dropped = [formInForm, tableInTemplate]
    .map((rule) => (rule.concerns(child.tag, parent.tag) ? child : child.open.get(rule)))
    .find((found) => found !== undefined);
  if (dropped === undefined) return undefined;
  const reason = `parsers drop <${dropped.tag}> in a template that began with parts of a table`;
  return { child: dropped, parent, reason, instead };
}
