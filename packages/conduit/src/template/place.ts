/** A place in a template, as errors show it. */
export interface Place {
  readonly line: number;
  /** In characters; a hole counts as `${…}`. */
  readonly column: number;
  /** The line, and a caret below the place. */
  readonly excerpt: string;
}

/** What stands for a hole in the text of a template. NULs of its own were replaced before: HTML has none. */
export const HOLE = "\0";

const SHOWN_HOLE = "${…}";
/** Characters of a long line that are shown before and after the place. */
const AROUND = 36;

/** The text of a template: its strings, and NULs for its holes. */
export function sourceOf(strings: readonly string[]): string {
  return strings.map((text) => text.replaceAll("\0", "\uFFFD")).join(HOLE);
}

/** Where the hole of that number is in a source; -1 without one. */
export function holeAt(source: string, hole: number): number {
  let at = -1;
  for (let i = 0; i <= hole; i++) {
    at = source.indexOf(HOLE, at + 1);
    if (at === -1) return -1;
  }
  return at;
}

/** The place of an offset in a source. Lines and columns begin with 1, at the backtick. O(source). */
export function placeOf(source: string, at: number): Place {
  const start = source.lastIndexOf("\n", at - 1) + 1;
  const end = source.indexOf("\n", at);
  const before = shown(source.slice(start, at));
  const after = shown(source.slice(at, end === -1 ? source.length : end));
  const left = before.slice(-AROUND);
  const excerpt = `\n  ${left}${after.slice(0, AROUND)}\n  ${" ".repeat(left.length)}^`;
  return { line: source.slice(0, start).split("\n").length, column: before.length + 1, excerpt };
}

// Why: whatever is one column here is to be one column in a terminal.
function shown(text: string): string {
  return text.replaceAll(HOLE, SHOWN_HOLE).replace(/\p{Cc}/gu, " ");
}
