import { button, div, form, type Html, input, label } from "@watt/conduit";
import { joltAttrs } from "@watt/jolt/server";
import { at } from "../show.ts";
import { problemAttrs, problemOf } from "./messages.ts";
import { type Refused, tokenField, type View } from "./view.ts";

/** The form for a new to-do; refused, it keeps what was typed. */
export function addForm(
  view: View,
  { focus = true, refused }: { focus?: boolean; refused?: Refused | undefined } = {},
): Html {
  const id = "new-title";
  const action = at("/todos", view.show);
  return form(
    {
      id: "add",
      class: "add",
      method: "post",
      action,
      ...joltAttrs({ post: action, target: "#add", swap: "outerHTML" }),
    },
    tokenField(view),
    label({ for: id }, "What needs doing?"),
    div(
      { class: "line" },
      input({
        id,
        class: "field",
        name: "title",
        value: refused?.typed ?? "",
        placeholder: "Change the bulb",
        autocomplete: "off",
        enterkeyhint: "done",
        autofocus: focus,
        "aria-required": "true",
        ...problemAttrs(id, refused?.problem),
      }),
      button({ id: "add-button", class: "button" }, "Add"),
    ),
    problemOf(id, refused?.problem),
  );
}
