/** One to-do as it is stored. */
export interface Todo {
  readonly id: number;
  readonly title: string;
  readonly done: boolean;
}

/** How many there are of each kind. */
export interface Counts {
  readonly left: number;
  readonly completed: number;
}

/** Most characters that a title may have: code points, so that an emoji counts as few as it should. */
export const TITLE_MAX = 120;

/** A title that may be stored, or what to tell the person who typed it. */
export type TitleCheck =
  | { readonly title: string; readonly problem?: never }
  | { readonly title?: never; readonly problem: string };

// A title is one line. Controls go the same way, since they show as nothing.
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
// Spaces and formatting characters alone, such as a zero-width space, would be an empty row.
const VISIBLE = /[^\p{C}\p{Z}]/u;

/** Trims what was typed and judges it. */
export function checkTitle(typed: string): TitleCheck {
  const title = typed.replace(BREAKS, " ").trim();
  if (!VISIBLE.test(title)) return { problem: "Write what needs to be done." };
  const length = [...title].length;
  if (length > TITLE_MAX)
    return { problem: `Make it shorter: this has ${length} characters, ${TITLE_MAX} are the most.` };
  return { title };
}
