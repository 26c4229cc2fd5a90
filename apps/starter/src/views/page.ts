import { div, h1, header, type Html, p } from "@watt/conduit";
import { addForm } from "./add-form.ts";
import { bolt } from "./icons.ts";
import { layout } from "./layout.ts";
import { type Board, board } from "./list.ts";
import { notice, status } from "./messages.ts";
import type { Refused, View } from "./view.ts";

/** What the page shows beside the list. */
export interface Page extends Board {
  /** What was refused in the form for a new to-do. */
  readonly refusedNew?: Refused | undefined;
  readonly notice?: string | undefined;
}

/** The whole page. */
export function page(view: View, content: Page): Html {
  const isRefused = content.refusedNew !== undefined || content.refused !== undefined;
  return layout(
    isRefused ? "Error · To-do" : "To-do",
    view.token,
    header(
      { class: "masthead" },
      h1(bolt, "To-do"),
      p("A list that works with JavaScript, and just as well without it."),
    ),
    div(
      { class: "card" },
      addForm(view, { focus: content.editing === undefined, refused: content.refusedNew }),
      status(content.notice === undefined ? undefined : notice(content.notice)),
      board(view, content),
    ),
  );
}
