import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";

/** Markup that writes nothing. */
export const nothing: Static = fixed("");

/** Markup of this package's own. Safety: made while it is loaded, when the table of statics has room. */
export function fixed(text: string): Static {
  return tape.statics.place(text) as Static;
}

/** Markup that is written already. Why not `nothing`: a first line end is doubled when a tag was opened right before. */
export const written: Static = fixed("");

/**
 * `left` followed by `text`, as one static. Why joined as late as possible: `"><b>` between two values is one op of
 * the tape and one copy of the render. When the table of statics is full, both are written at once, as bytes.
 */
export function join(left: Static, text: string): Static {
  return left.followedBy(text, tape.statics) ?? write(left, text);
}

/** Writes markup as bytes of the record. Returns the markup that is still to be written. */
export function write(left: Static, text: string): Static {
  tape.raw(left, new TextEncoder().encode(text));
  return written;
}
