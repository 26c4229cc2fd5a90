import { jsx, jsxs } from "@kitajs/html/jsx-runtime";
import { createEngine } from "../create-engine.ts";
import type { Page, Row } from "../data.ts";

// The calls that TypeScript's `react-jsx` transform makes of TSX; `safe` is kita's escape of an element's children.

type Fragment = ReturnType<typeof jsx>;

function item({ id, title, note, owner }: Row): Fragment {
  return jsxs("li", {
    class: "task",
    id: `task-${id}`,
    children: [
      jsx("a", { href: `/tasks/${id}`, title: note, safe: true, children: title }),
      jsx("span", { class: "owner", safe: true, children: owner }),
    ],
  });
}

function page({ rows }: Page): Fragment {
  const title = rows[0]?.title ?? "";
  return jsxs("html", {
    lang: "en",
    children: [
      jsxs("head", {
        children: [
          jsx("meta", { charset: "utf-8" }),
          jsx("title", { safe: true, children: title }),
          jsx("link", { rel: "stylesheet", href: "/style.css" }),
        ],
      }),
      jsxs("body", {
        children: [
          jsxs("header", { children: [jsx("h1", { safe: true, children: title }), navigation()] }),
          jsxs("main", {
            children: [
              jsxs("p", { children: [rows.length, " tasks"] }),
              jsx("ul", { class: "tasks", children: rows.map(item) }),
            ],
          }),
          jsx("footer", { children: jsx("p", { children: "Made for measuring" }) }),
        ],
      }),
    ],
  });
}

function navigation(): Fragment {
  return jsxs("nav", {
    children: [
      jsx("a", { href: "/", children: "Home" }),
      jsx("a", { href: "/tasks", children: "Tasks" }),
      jsx("a", { href: "/people", children: "People" }),
    ],
  });
}

export const kita = createEngine({
  item: (row) => Buffer.from(item(row) as string),
  page: (data) => Buffer.from(`<!doctype html>${page(data) as string}`),
});
