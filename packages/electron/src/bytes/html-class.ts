/** The five bytes that HTML text and quoted attribute values cannot carry literally. */
export const AMP = 0x26;
export const QUOT = 0x22;
export const APOS = 0x27;
export const LT = 0x3c;
export const GT = 0x3e;

/** 1 for the five specials, else 0; 256 entries. A table: one load a byte, however many specials there are. */
export const htmlSpecial: Uint8Array = new Uint8Array(256);
for (const byte of [AMP, QUOT, APOS, LT, GT]) htmlSpecial[byte] = 1;
