import { isElement } from "../built.ts";
import { devError } from "../errors.ts";
import { explain, whereMade } from "../explain.ts";
import type { Wrong } from "./wrong.ts";

/** The error of a piece that parsers do not leave in its parent; names both and where they were made. */
export function nestingError({ child, parent, reason, instead }: Wrong): Error {
  const what = isElement(child) ? `<${child.tag}>` : "Text";
  const error = devError("WATT_CONDUIT_NESTING", { child: what, parent: parent.tag, reason, instead });
  return explain(error, [...(isElement(child) ? [whereMade(child)] : []), whereMade(parent)]);
}
