// The image's layout as src/image/layout.ts describes it, with places in bytes. A test compares the two.
export const LABEL: usize = 0;
export const META: usize = 4;
export const CHILD: usize = 8;
export const LEAF: usize = 12;
export const RECORD: usize = 16;
export const LITERALS_MASK: u32 = 0x7f;
export const IS_WILDCARD: u32 = 0x80;
export const GOES_ON: u32 = 0x100;
export const IS_CROSSING: u32 = 0x200;
export const IS_TESTED: u32 = 0x400;
export const SEGMENTS_SHIFT: u32 = 11;
export const MANY: u32 = 0x1f;
export const LENGTH_SHIFT: u32 = 16;

export const HEAD_RECORDS: usize = 12;
export const HEAD_ROUTE_IDS: usize = 20;
export const HEAD_TESTS: usize = 24;
export const HEAD_COLUMNS: usize = 28;
export const HEAD_MAX_PARAM: usize = 40;

export const TEST: usize = 24;
export const TEST_PREFIX: usize = 0;
export const TEST_PREFIX_LENGTH: usize = 4;
export const TEST_SUFFIX: usize = 8;
export const TEST_SUFFIX_LENGTH: usize = 12;
export const TEST_IS_WHOLE: usize = 16;
export const TEST_AUTOMATON: usize = 20;

export const AUTOMATON_COLUMNS: usize = 0;
export const AUTOMATON_WIDTH: usize = 4;
export const AUTOMATON_NEXT: usize = 8;
export const AUTOMATON_ENDS: usize = 12;
