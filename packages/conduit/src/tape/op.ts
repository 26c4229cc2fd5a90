/*
 * The tape is an Int32Array of records. A record is one node:
 *
 *   [ data offset ][ op ][ op ] … [ op with END ]
 *
 * An op is one word:
 *
 *   bit 31 = 0:  sssssss ssssssss e lllllll llllllll
 *                write static s (15 bits), then l bytes of text (15 bits) escaped; e ends the record
 *   bit 31 = 1:  ~offset of another record, which is written here
 *
 * The text of a record lies together in the data area, from the record's data offset on, in the order of its
 * ops, so that an op needs a length and no address. Two lengths are marks, each followed by a word with the
 * real length: LONG (escaped text) and RAW (bytes that are HTML already).
 *
 * Children are made before their parent, so a reference always points to a finished record. Because it is
 * explicit, nodes may be reused, reordered or dropped.
 */

/** Set on the last op of a record. */
export const END: number = 1 << 15;
/** Bits of an op's text length. */
export const LENGTH_MASK: number = END - 1;
/** Length mark: the next word is the length of escaped text. */
export const LONG: number = LENGTH_MASK;
/** Length mark: the next word is the length of bytes that are copied as they are. */
export const RAW: number = LENGTH_MASK - 1;
/** The longest text whose length fits into the op itself. */
export const INLINE_LENGTH_MAX: number = RAW - 1;
/** An op's static id begins at this bit. */
export const STATIC_SHIFT = 16;
/** Statics have 15 bits of an op. */
export const STATICS_MAX: number = 1 << 15;
