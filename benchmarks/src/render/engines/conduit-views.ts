import {
  a,
  article,
  body,
  button,
  div,
  document,
  each,
  footer,
  form,
  h1,
  h2,
  head,
  header,
  type Html,
  html_,
  input,
  label,
  li,
  link,
  main,
  meta,
  nav,
  p,
  span,
  table,
  tbody,
  td,
  th,
  thead,
  time,
  title,
  tr,
  ul,
} from "@watt/conduit";
import { COLUMNS, LINKS } from "../data/constants.ts";
import type { Card, Page, Row, Table, TableRow, TreeNode } from "../data/types.ts";

// The plain mode: builders and ordinary functions.

export function Item(row: Row): Html {
  return li(
    { class: "task", id: `task-${row.id}` },
    a({ href: `/tasks/${row.id}`, title: row.note }, row.title),
    span({ class: "owner" }, row.owner),
  );
}

export function Overview(page: Page): Html {
  return document(
    html_(
      { lang: "en" },
      head(meta({ charset: "utf-8" }), title(page.title), link({ rel: "stylesheet", href: "/style.css" })),
      body(
        header({ class: "top" }, Navigation(page.section), Search(page.query)),
        main(h1(page.title), each(page.cards, CardOf)),
        footer(p("Made for measuring")),
      ),
    ),
  );
}

function Navigation(section: string): Html {
  return nav(
    each(LINKS, ({ path, text }) => a({ href: path, "aria-current": path === section ? "page" : undefined }, text)),
  );
}

function Search(query: string): Html {
  return form(
    { class: "search", action: "/search" },
    label({ for: "q" }, "Search"),
    input({ id: "q", type: "search", placeholder: "Title or owner", name: "q", value: query }),
    button({ type: "submit" }, "Find"),
  );
}

function CardOf(card: Card): Html {
  return article(
    { class: "card", id: `task-${card.id}` },
    h2(a({ href: `/tasks/${card.id}` }, card.title)),
    p({ class: "note" }, card.note),
    ul(
      { class: "tags" },
      each(card.tags, (tag) => li({ class: "tag" }, tag)),
    ),
    footer(
      { class: "meta" },
      span({ class: "owner" }, card.owner),
      time({ datetime: card.due }, card.day),
      a({ class: "more", href: `/tasks/${card.id}` }, "Open"),
    ),
  );
}

export function TableOf({ rows }: Table): Html {
  return table(
    { class: "data" },
    thead(tr(each(COLUMNS, (column) => th({ scope: "col" }, column)))),
    tbody(each(rows, RowOf)),
  );
}

function RowOf(row: TableRow): Html {
  return tr(
    td(row.id),
    td(row.amount),
    td(row.name),
    td(row.owner),
    td(row.team),
    td(row.city),
    td(row.state),
    td(row.kind),
    td(row.label),
    td(row.place),
  );
}

export function Tree({ id, name, left, right }: TreeNode): Html {
  return div({ class: "node", id: `n${id}` }, span(name), left && Tree(left), right && Tree(right));
}
