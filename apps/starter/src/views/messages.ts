import { type Html, output, p, span } from "@watt/conduit";

/** Where the page says what happened, aloud and in sight. Its inside is swapped: a live region must stay to be heard. */
export function status(message?: Html): Html {
  return output({ id: "status", role: "status", "aria-live": "polite" }, message);
}

/** Heard and not seen: whoever sees the page has seen what happened. */
export function announcement(text: string): Html {
  return span({ class: "unseen" }, text);
}

/** Heard and seen: what the page does not show by itself. */
export function notice(text: string, { focus = false } = {}): Html {
  return span({ class: "notice", tabindex: -1, autofocus: focus }, text);
}

/** What is wrong with a field, beside it. The field names it in `aria-describedby`. */
export function problemOf(fieldId: string, problem: string | undefined): Html | undefined {
  return problem === undefined ? undefined : p({ id: `${fieldId}-problem`, class: "problem", role: "alert" }, problem);
}

/** Attributes of a field that may have a problem. */
export function problemAttrs(fieldId: string, problem: string | undefined): Record<string, string> {
  return problem === undefined ? {} : { "aria-invalid": "true", "aria-describedby": `${fieldId}-problem` };
}
