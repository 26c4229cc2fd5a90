import {
  a,
  body,
  createOutputPool,
  document,
  each,
  footer,
  h1,
  head,
  header,
  type Html,
  html_,
  type Lease,
  li,
  link,
  main,
  meta,
  nav,
  p,
  renderInto,
  renderToBytes,
  span,
  title,
  ul,
} from "@watt/conduit";
import { createEngine } from "../create-engine.ts";
import type { Page, Row } from "../data.ts";

function Item(row: Row): Html {
  return li(
    { class: "task", id: `task-${row.id}` },
    a({ href: `/tasks/${row.id}`, title: row.note }, row.title),
    span({ class: "owner" }, row.owner),
  );
}

function Document({ rows }: Page): Html {
  const name = rows[0]?.title ?? "";
  return document(
    html_(
      { lang: "en" },
      head(meta({ charset: "utf-8" }), title(name), link({ rel: "stylesheet", href: "/style.css" })),
      body(
        header(
          h1(name),
          nav(a({ href: "/" }, "Home"), a({ href: "/tasks" }, "Tasks"), a({ href: "/people" }, "People")),
        ),
        main(p(rows.length, " tasks"), ul({ class: "tasks" }, each(rows, Item))),
        footer(p("Made for measuring")),
      ),
    ),
  );
}

/** Bytes that the caller owns, as every peer gives them. */
export const conduit = createEngine({
  item: (row) => renderToBytes(() => Item(row)),
  page: (data) => renderToBytes(() => Document(data)),
});

const pool = createOutputPool();
let lease: Lease | undefined;

/** Bytes on loan until the next render: what bolt writes to a socket. */
function leased(view: () => Html): Uint8Array {
  lease?.release();
  lease = renderInto(pool, view);
  return lease.bytes;
}

export const conduitLeased = createEngine({
  item: (row) => leased(() => Item(row)),
  page: (data) => leased(() => Document(data)),
});
