import { a, button, div, form, type Html, input, label, li, span } from "@watt/conduit";
import { joltAttrs } from "@watt/jolt/server";
import { at } from "../show.ts";
import type { Todo } from "../todo.ts";
import { cross, pencil } from "./icons.ts";
import { problemAttrs, problemOf } from "./messages.ts";
import { type Refused, tokenField, type View } from "./view.ts";

/** Where the focus goes when a part is swapped in. */
export interface Focus {
  readonly focus?: boolean;
}

/** One row: done or not, title, rename, delete. `focus` is for its rename link, as after renaming. */
export function item(view: View, todo: Todo, { focus = false }: Focus = {}): Html {
  const { id, title, done } = todo;
  const edit = at("/", view.show, { edit: id });
  return li(
    { id: `todo-${id}`, class: done ? "todo done" : "todo" },
    toggleForm(view, todo),
    span({ id: `title-${id}`, class: "title" }, title),
    a(
      {
        id: `edit-${id}`,
        class: "tool",
        href: edit,
        autofocus: focus,
        "aria-label": `Rename ${title}`,
        title: "Rename",
        ...joltAttrs({ get: edit, target: `#todo-${id}`, swap: "outerHTML" }),
      },
      pencil,
    ),
    deleteForm(view, todo),
  );
}

/** The box to tick. Each form says what it wants, done or not, so that pressing it in two tabs does no harm. */
export function toggleForm(view: View, { id, done }: Todo, { focus = false }: Focus = {}): Html {
  const action = at(`/todos/${id}/done`, view.show);
  const box = { role: "checkbox", "aria-checked": done, "aria-labelledby": `title-${id}` };
  return form(
    { id: `toggle-form-${id}`, method: "put", action, ...joltAttrs({ put: action }) },
    tokenField(view),
    button({ id: `toggle-${id}`, class: "check", name: "done", value: done ? "0" : "1", autofocus: focus, ...box }),
  );
}

/** The cross. */
export function deleteForm(view: View, { id, title }: Todo, { focus = false }: Focus = {}): Html {
  const action = at(`/todos/${id}`, view.show);
  return form(
    { id: `delete-form-${id}`, method: "delete", action, ...joltAttrs({ delete: action }) },
    tokenField(view),
    button(
      { id: `delete-${id}`, class: "tool danger", autofocus: focus, "aria-label": `Delete ${title}`, title: "Delete" },
      cross,
    ),
  );
}

/** The row as a form for a new title; refused, it keeps what was typed. */
export function editItem(view: View, todo: Todo, refused?: Refused): Html {
  const { id, title } = todo;
  const field = `title-${id}-field`;
  const action = at(`/todos/${id}`, view.show);
  return li(
    { id: `todo-${id}`, class: "todo editing" },
    form(
      {
        class: "edit",
        method: "patch",
        action,
        ...joltAttrs({ patch: action, target: `#todo-${id}`, swap: "outerHTML" }),
      },
      tokenField(view),
      label({ for: field, class: "unseen" }, "New title for ", title),
      div(
        { class: "line" },
        input({
          id: field,
          class: "field",
          name: "title",
          value: refused?.typed ?? title,
          autocomplete: "off",
          enterkeyhint: "done",
          autofocus: true,
          "aria-required": "true",
          ...problemAttrs(field, refused?.problem),
        }),
        button({ class: "button" }, "Save"),
        a({ class: "button quiet", href: at("/", view.show), ...joltAttrs({ get: action }) }, "Cancel"),
      ),
      problemOf(field, refused?.problem),
    ),
  );
}
