import { a, h1, header, type Html, p } from "@watt/conduit";
import { bolt } from "./icons.ts";
import { layout } from "./layout.ts";

const SENTENCES: Readonly<Record<number, string>> = {
  400: "The server could not make sense of this request.",
  403: "This page is out of date. Reload it and try again.",
  404: "There is nothing at this address.",
  405: "This address cannot be used in this way.",
  413: "This is more than the list can take.",
  415: "The list reads forms only.",
};

/** What went wrong, in words for whoever sees it. */
export function describeStatus(status: number): string {
  return SENTENCES[status] ?? "Something went wrong on our side. Try again in a moment.";
}

/** The page for an error. */
export function errorPage(status: number): Html {
  return layout(
    `${status} · To-do`,
    undefined,
    header(
      { class: "masthead" },
      h1(bolt, status),
      p(describeStatus(status)),
      a({ class: "button", href: "/" }, "To the list"),
    ),
  );
}
