import { a, button, each, footer, form, type Html, li, nav, p, progress, strong, ul } from "@watt/conduit";
import { joltAttrs } from "@watt/jolt/server";
import { at, type Show, SHOWS } from "../show.ts";
import type { Counts } from "../todo.ts";
import type { Focus } from "./item.ts";
import { tokenField, type View } from "./view.ts";

const NAMES: Readonly<Record<Show, string>> = { all: "All", active: "Active", completed: "Completed" };

/** Below the list: how much is left, what to show, and clearing up. `focus` is for the current filter. */
export function summary(view: View, { left, completed }: Counts, { focus = false }: Focus = {}): Html {
  const total = left + completed;
  const filters = each(SHOWS, (show) => {
    const isCurrent = show === view.show;
    const current = isCurrent ? ({ "aria-current": "page", autofocus: focus } as const) : {};
    return li(a({ id: `show-${show}`, class: "filter", href: at("/", show), ...current }, NAMES[show]));
  });
  return footer(
    { id: "summary", class: "summary", hidden: total === 0 },
    progress({ class: "charge", max: total || 1, value: completed, "aria-label": "Done" }),
    p({ id: "count", class: "count" }, strong(left), " left"),
    nav({ "aria-label": "Filter" }, ul({ class: "filters" }, filters)),
    completed > 0 && clearForm(view),
  );
}

function clearForm(view: View): Html {
  const action = at("/todos/completed", view.show);
  return form(
    { class: "clear", method: "delete", action, ...joltAttrs({ delete: action }) },
    tokenField(view),
    button({ id: "clear", class: "text-button" }, "Clear completed"),
  );
}
