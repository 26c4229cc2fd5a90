import { type Built, type Closers, isElement, type Namespace } from "../built.ts";
import { type AncestorRule, ancestorRules } from "./ancestor-rules.ts";
import { wrongContent } from "./content-rules.ts";
import { isHtmlInside, isOf, namespaceIn } from "./namespaces.ts";
import { nestingError } from "./nesting-error.ts";
import { wrongInTemplate } from "./template-rules.ts";
import type { Wrong } from "./wrong.ts";

/**
 * Finds what parsers would not leave where it is, of an element whose children were checked when they were built.
 *
 * As long as nothing is wrong, the parser's stack of open elements is the list of ancestors, and each rule of the standard's tree
 * construction asks for the parent, or for the nearest ancestor of some names. The former is known now; what asks for the
 * latter is handed on to the element's own parent, once a rule.
 *
 * O(children · rules).
 *
 * @returns what waits for an ancestor
 * @throws WATT_CONDUIT_NESTING
 */
export function checkNesting(element: Built, own: Namespace = element.namespace ?? "html"): Closers {
  const wrong = isHtmlInside(element, own)
    ? element.tag === "template"
      ? wrongInTemplate(element)
      : wrongContent(element)
    : undefined;
  if (wrong !== undefined) throw nestingError(wrong);
  const open = new Map<AncestorRule, Built>();
  for (const child of element.children) {
    if (!isElement(child)) continue;
    for (const [rule, closer] of closersOf(element, own, child)) {
      if (own === "html" && rule.ancestors.has(element.tag)) {
        const reason = rule.reason(closer, element);
        throw nestingError({ child: closer, parent: element, reason, instead: rule.instead(closer, element) });
      }
      if (!rule.shields.has(element.tag) && !open.has(rule)) open.set(rule, closer);
    }
  }
  return open;
}

/** What a child closes, and what in it does. */
function closersOf(parent: Built, own: Namespace, child: Built): Iterable<readonly [AncestorRule, Built]> {
  const namespace = namespaceIn(parent, own, child.tag);
  if (child.namespace === undefined ? !isOf(child.tag, namespace) : child.namespace !== namespace) {
    throw nestingError(foreign(parent, child, namespace));
  }
  // A name of several namespaces was checked as HTML.
  const open = child.namespace === undefined && namespace !== "html" ? checkNesting(child, namespace) : child.open;
  if (namespace !== "html") return open;
  const raised = ancestorRules.filter(({ concerns }) => concerns(child.tag, parent.tag));
  return [...raised.map((rule) => [rule, child] as const), ...open];
}

const titles: Readonly<Record<Namespace, string>> = { html: "HTML", svg: "SVG", mathml: "MathML" };

function foreign(parent: Built, child: Built, namespace: Namespace): Wrong {
  const wanted = child.namespace ?? "html";
  const reason = `parsers make no ${titles[wanted]} element of it among ${titles[namespace]}`;
  const wrapper =
    wanted === "html" ? (namespace === "svg" ? "foreignObject" : "mtext") : wanted === "svg" ? "svg" : "math";
  return { child, parent, reason, instead: `Put <${wrapper}> around it.` };
}
