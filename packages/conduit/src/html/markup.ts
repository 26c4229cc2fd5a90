import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";

/** Markup that writes nothing. */
export const nothing: Static = tape.statics.intern("")!;

/**
 * `left` followed by `text`, as one static. Why joined as late as possible: `"><b>` between two values is one op of
 * the tape and one copy of the render. When the table of statics is full, both are written at once, as bytes.
 */
export function join(left: Static, text: string): Static {
  const joined = tape.statics.join(left, text);
  if (joined !== undefined) return joined;
  tape.raw(left, new TextEncoder().encode(text));
  return nothing;
}
