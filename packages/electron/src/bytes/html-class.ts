/** How the five bytes are written that HTML text and quoted attribute values cannot carry literally. */
export const htmlSpellings: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
};

/** 1 for the five specials, else 0; 256 entries. A table: one load a byte, however many specials there are. */
export const htmlSpecial: Uint8Array = new Uint8Array(256);
for (const special of Object.keys(htmlSpellings)) htmlSpecial[special.charCodeAt(0)] = 1;
