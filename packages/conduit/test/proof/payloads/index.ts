import { markup } from "./markup.ts";
import { characters, lists, scripts, styles } from "./others.ts";
import { urls } from "./urls.ts";

/** What a hostile person sends, each in every context. */
export const payloads: readonly string[] = [
  ...new Set([...markup, ...urls, ...styles, ...lists, ...scripts, ...characters]),
];
