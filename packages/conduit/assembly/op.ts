// The twin of src/tape/op.ts, where the words of a tape are explained.

export const END: u32 = 1 << 15;
export const LENGTH_MASK: u32 = END - 1;
export const STATIC_SHIFT: u32 = 16;
/** Lengths from here on are marks. */
export const FIRST_MARK: u32 = LENGTH_MASK - 3;
export const LATE: u32 = FIRST_MARK;
export const RAW: u32 = FIRST_MARK + 1;
export const URL: u32 = FIRST_MARK + 2;
export const LONG: u32 = FIRST_MARK + 3;
