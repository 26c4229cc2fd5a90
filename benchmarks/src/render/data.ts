import type { Random } from "../api.ts";
import { FreshText } from "../frame/fresh-text.ts";
import { integer, word } from "../frame/random.ts";

/** What a list item shows. */
export interface Row {
  readonly id: number;
  title: string;
  note: string;
  owner: string;
}

/** What a page shows. */
export interface Page {
  readonly rows: readonly Row[];
}

/** Rows whose strings can be made anew, so that no engine meets a string that V8 has already hashed or flattened. */
export interface Rows {
  readonly list: readonly Row[];
  refresh(): void;
}

const COUNT = 1024;
const SPECIALS = ["&", "<", ">", '"', "'"];

/** 1,024 rows; `dirty` is the share of values that hold characters to escape, two to four each. */
export function createRows(random: Random, dirty: number): Rows {
  const text = (words: number): string => {
    const plain = Array.from({ length: words }, () => word(random, integer(random, 2, 9))).join(" ");
    return random() < dirty ? soil(plain, random) : plain;
  };
  const list: Row[] = Array.from({ length: COUNT }, (_, index) => ({
    id: 1000 + index,
    title: text(integer(random, 2, 6)),
    note: text(integer(random, 3, 8)),
    owner: text(1),
  }));
  const titles = new FreshText(list.map((row) => row.title));
  const notes = new FreshText(list.map((row) => row.note));
  const owners = new FreshText(list.map((row) => row.owner));
  const refresh = (): void => {
    for (let i = 0; i < COUNT; i++) {
      const row = list[i] as Row;
      row.title = titles.text(i);
      row.note = notes.text(i);
      row.owner = owners.text(i);
    }
  };
  return { list, refresh };
}

function soil(plain: string, random: Random): string {
  let text = plain;
  for (let left = integer(random, 2, 5); left > 0; left--) {
    const at = integer(random, 0, text.length + 1);
    text = text.slice(0, at) + (SPECIALS[integer(random, 0, SPECIALS.length)] ?? "&") + text.slice(at);
  }
  return text;
}

/** 1,024 pages of `length` rows each; page `i` begins at row `i`. */
export function createPages(rows: readonly Row[], length: number): readonly Page[] {
  return rows.map((_, first) => ({
    rows: Array.from({ length }, (_unused, index) => rows[(first + index) % rows.length] as Row),
  }));
}
