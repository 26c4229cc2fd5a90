/*
 * The tape is an Int32Array of records. A record is one node:
 *
 *   [ text offset ][ op ][ op ] … [ op with END ]
 *
 * An op is one word:
 *
 *   bit 31 = 0:  sssssss ssssssss e lllllll llllllll
 *                write static s (15 bits), then l bytes of text (15 bits) escaped; e ends the record and has no text
 *   bit 31 = 1:  ~offset of another record, which is written here
 *
 * The text of a record lies together in the text area, from the record's offset on, in the order of its ops, so
 * that an op needs a length and no address. Four lengths are marks, and words follow:
 *
 *   LONG   [ length ]            text
 *   URL    [ length ]            text that is written only when its scheme is allowed
 *   RAW    [ length ][ offset ]  bytes that are HTML already, in the area of raw bytes
 *   LATE   [ index ]             what the render decides when it comes here: see late.ts
 *
 * Children are made before their parent, so a reference always points to a finished record. Because it is
 * explicit, nodes may be reused, reordered or dropped.
 *
 * assembly/op.ts is the twin of this file.
 */

/** Set on the last op of a record. */
export const END: number = 1 << 15;
/** Bits of an op's text length. */
export const LENGTH_MASK: number = END - 1;
/** Lengths from here on are marks. */
export const FIRST_MARK: number = LENGTH_MASK - 3;
export const LATE: number = FIRST_MARK;
export const RAW: number = FIRST_MARK + 1;
export const URL: number = FIRST_MARK + 2;
export const LONG: number = FIRST_MARK + 3;
/**
 * Code units of the longest text whose length stands in the op itself. Why so few: each may become three bytes, and each of
 * those five when it is escaped, which one window of the output holds at any time.
 */
export const INLINE_MAX: number = 3000;
/** A static's id begins at this bit. */
export const STATIC_SHIFT = 16;
/** Statics have 15 bits of an op. */
export const STATICS_MAX: number = 1 << 15;
