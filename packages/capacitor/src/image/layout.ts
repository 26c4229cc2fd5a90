/**
 * The image of a table: everything that a lookup reads, in one run of bytes, so that it can be walked in WebAssembly
 * memory, written to a file and shared between threads. Integers are 32 bits in the machine's (little-endian) order, but
 * for the halves of 16; offsets count from the image's first byte.
 *
 * ```text
 * head | records | static words | route ids | tests | automata | halves: transitions | bytes: columns, ends, labels, texts
 * ```
 *
 * A record (`RECORD_WORDS`) is one node of the radix tree:
 *
 * - `LABEL`: byte where the label begins. Right after it stand the first characters of the literal children. Where the
 *   record is that of a segment that is tested, two bytes with the number of the test stand before it.
 * - `META`: literal children (bits 0–6: at most 80 characters begin a literal), whether the record is that of a wildcard
 *   (7), of one that something follows (8), whether other ways lead to what follows it, too (9), whether it
 *   is that of a segment that is tested (10), how many children are segments (11–15; `MANY`: the word before the children
 *   says), length of the label (16 and up).
 * - `CHILD`: word of the first child. Children lie side by side: the literals, then the segments, the best one first.
 * - `LEAF`: the leaf of a path that ends after the label, or -1.
 *
 * The label of a literal child lacks its first character, which its parent has compared already.
 */
export const RECORD_WORDS = 4;
export const LABEL = 0;
export const META = 1;
export const CHILD = 2;
export const LEAF = 3;
export const LITERALS_MASK = 0x7f;
export const IS_WILDCARD = 0x80;
export const GOES_ON = 0x100;
export const IS_CROSSING = 0x200;
export const IS_TESTED = 0x400;
export const SEGMENTS_SHIFT = 11;
export const MANY = 0x1f;
export const LENGTH_SHIFT = 16;
/** Bytes of the number of a test. */
export const TEST_BYTES = 2;

/** Words of the head. The parts are words of the image, but for `BYTES_AT`. */
export const HEAD_MAGIC = 0;
export const HEAD_VERSION = 1;
export const HEAD_BYTES = 2;
export const HEAD_RECORDS = 3;
export const HEAD_STATICS = 4;
export const HEAD_ROUTE_IDS = 5;
export const HEAD_TESTS = 6;
/** Methods: columns of the route ids. */
export const HEAD_COLUMNS = 7;
/** The most alternatives that a search has to remember at once. */
export const HEAD_CHOICES = 8;
/** The most segments of a pattern that are no text. */
export const HEAD_CAPTURES = 9;
/** The most characters of a segment that a param is read from. */
export const HEAD_MAX_PARAM = 10;
/** 1 where a search has to remember at which places it was. */
export const HEAD_REMEMBERS = 11;
/** 1 where text of some pattern holds a percent triplet. */
export const HEAD_TRIPLETS = 12;
export const HEAD_WORDS = 13;

/** `CAPA`, little-endian. */
export const MAGIC = 0x4150_4143;
export const VERSION = 1;

/** A test of a segment. Its text stands before and after what the automaton (a word of the image, 0 for none) accepts. */
export const TEST_WORDS = 6;
export const TEST_PREFIX = 0;
export const TEST_PREFIX_LENGTH = 1;
export const TEST_SUFFIX = 2;
export const TEST_SUFFIX_LENGTH = 3;
/** 1 where the automaton accepts all of the segment, text included. */
export const TEST_IS_WHOLE = 4;
export const TEST_AUTOMATON = 5;

/** An automaton. `COLUMNS` and `ENDS` are bytes of the image, `NEXT` is a half. */
export const AUTOMATON_WORDS = 4;
export const AUTOMATON_COLUMNS = 0;
export const AUTOMATON_WIDTH = 1;
export const AUTOMATON_NEXT = 2;
export const AUTOMATON_ENDS = 3;
