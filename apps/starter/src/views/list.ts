import { div, each, type Html, p, section, strong, ul } from "@watt/conduit";
import type { Show } from "../show.ts";
import type { Counts, Todo } from "../todo.ts";
import { bolt } from "./icons.ts";
import { editItem, type Focus, item } from "./item.ts";
import { summary } from "./summary.ts";
import type { Refused, View } from "./view.ts";

/** What the list shows. */
export interface Board {
  readonly todos: readonly Todo[];
  readonly counts: Counts;
  /** The row that is being renamed. */
  readonly editing?: number | undefined;
  /** What was refused in it. */
  readonly refused?: Refused | undefined;
}

const EMPTY: Readonly<Record<Show, readonly [string, string]>> = {
  all: ["Nothing to do", "Write down the first thing above."],
  active: ["All done", "Nothing is left. Enjoy it."],
  completed: ["Nothing done yet", "What you tick off shows up here."],
};

/** List and summary. */
export function board(view: View, { todos, counts, editing, refused }: Board): Html {
  return section(
    { id: "board", "aria-label": "To-dos" },
    // `role` because VoiceOver takes a list without bullets for no list.
    ul(
      { id: "list", class: "list", role: "list" },
      each(todos, (todo) => (todo.id === editing ? editItem(view, todo, refused) : item(view, todo))),
    ),
    empty(view.show),
    summary(view, counts),
  );
}

/** Stands below the list; the style sheet shows it while the list has no rows. */
export function empty(show: Show, { focus = false }: Focus = {}): Html {
  const [head, text] = EMPTY[show];
  return div({ id: "empty", class: "empty", tabindex: -1, autofocus: focus }, bolt, strong(head), p(text));
}
