import { conduitError } from "../errors.ts";
import { type Inspector, inspector } from "../html/inspector.ts";
import { isRecord } from "../html/is-record.ts";
import { nothing } from "../html/markup.ts";
import { tape } from "../tape/tape.ts";
import type { Built } from "./built.ts";
import { explain, tell, whereMade } from "./explain.ts";
import { checkNesting } from "./nesting/check.ts";
import { namespaceOf } from "./nesting/namespaces.ts";
import { elementOf, piecesOf, remember } from "./pieces.ts";
import { checkRole } from "./roles.ts";
import { here, placeOf, setRoot, userFrames } from "./trace.ts";

/** Options of dev mode. */
export interface DevOptions {
  /** Writes where each element was made into an attribute, `data-source="src/card.ts:12:5"`. @defaultValue false */
  readonly annotate?: boolean;
  /** The folder, or origin, that paths are told from. @defaultValue that of the process, or of the page */
  readonly root?: string;
}

/**
 * Switches dev mode on, for all copies of this package in the process, or changes its options; those that are left out are their defaults. What is built from now on is checked:
 * nesting that parsers would repair and attributes that a role forbids are errors, and every error of conduit tells where it comes from.
 * Costs time and memory for each node; production does not import it.
 */
export function dev({ annotate = false, root }: DevOptions = {}): void {
  setRoot(root);
  Object.assign(inspector, checks, { begin: annotate ? annotated : undefined });
}

const checks: Omit<Inspector, "begin"> = {
  element(tag, args, node) {
    const attributes = isRecord(args[0]) ? valuesOf(args[0]) : {};
    const children = piecesOf(Array.prototype.slice.call(args, isRecord(args[0]) ? 1 : 0));
    const trace = here();
    const made = (): ReturnType<Built["made"]> => userFrames(trace)[0];
    const namespace = namespaceOf(tag, children);
    checkRole(tag, attributes);
    const element = { tag, attributes, children, made, namespace, open: new Map() };
    remember(node, [{ ...element, open: checkNesting(element) }]);
  },

  fragment(children, html) {
    remember(html, piecesOf(children));
  },

  error(error) {
    explain(error);
  },

  expired(node) {
    const element = elementOf(node);
    const error = conduitError("WATT_CONDUIT_NODE_EXPIRED");
    return element === undefined ? error : tell(error, [`the node is ${whereMade(element)}`]);
  },
};

/** The values of a record. Why not read: a getter would run once more. */
function valuesOf(record: object): Readonly<Record<string, unknown>> {
  const all = Object.entries(Object.getOwnPropertyDescriptors(record));
  return Object.fromEntries(all.filter(([, { enumerable }]) => enumerable).map(([name, { value }]) => [name, value]));
}

const annotated: Inspector["begin"] = (markup) => {
  const [frame] = userFrames(here());
  if (frame === undefined) return markup;
  // Why as bytes: the table of statics is not for what only dev mode writes.
  tape.raw(markup, new TextEncoder().encode(` data-source="${placeOf(frame).replace(/["&<>]/g, escaped)}"`));
  return nothing;
};

const escaped = (character: string): string => `&#${character.charCodeAt(0)};`;
