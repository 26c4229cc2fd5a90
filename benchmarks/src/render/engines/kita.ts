import { jsx, jsxs } from "@kitajs/html/jsx-runtime";
import { createStringEngine } from "../create-engine.ts";
import { COLUMNS, LINKS } from "../data/constants.ts";
import type { Card, Page, Row, Table, TableRow, TreeNode } from "../data/types.ts";

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

function page({ title, query, section, cards }: Page): Fragment {
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
          jsxs("header", { class: "top", children: [navigation(section), search(query)] }),
          jsxs("main", { children: [jsx("h1", { safe: true, children: title }), cards.map(card)] }),
          jsx("footer", { children: jsx("p", { children: "Made for measuring" }) }),
        ],
      }),
    ],
  });
}

function navigation(section: string): Fragment {
  return jsx("nav", {
    children: LINKS.map(({ path, text }) => {
      return jsx("a", {
        href: path,
        "aria-current": path === section ? "page" : undefined,
        safe: true,
        children: text,
      });
    }),
  });
}

function search(query: string): Fragment {
  return jsxs("form", {
    class: "search",
    action: "/search",
    children: [
      jsx("label", { for: "q", children: "Search" }),
      jsx("input", { id: "q", type: "search", placeholder: "Title or owner", name: "q", value: query }),
      jsx("button", { type: "submit", children: "Find" }),
    ],
  });
}

function card({ id, title, note, tags, owner, due, day }: Card): Fragment {
  return jsxs("article", {
    class: "card",
    id: `task-${id}`,
    children: [
      jsx("h2", { children: jsx("a", { href: `/tasks/${id}`, safe: true, children: title }) }),
      jsx("p", { class: "note", safe: true, children: note }),
      jsx("ul", {
        class: "tags",
        children: tags.map((tag) => jsx("li", { class: "tag", safe: true, children: tag })),
      }),
      jsxs("footer", {
        class: "meta",
        children: [
          jsx("span", { class: "owner", safe: true, children: owner }),
          jsx("time", { datetime: due, safe: true, children: day }),
          jsx("a", { class: "more", href: `/tasks/${id}`, children: "Open" }),
        ],
      }),
    ],
  });
}

function table({ rows }: Table): Fragment {
  return jsxs("table", {
    class: "data",
    children: [
      jsx("thead", {
        children: jsx("tr", {
          children: COLUMNS.map((column) => jsx("th", { scope: "col", safe: true, children: column })),
        }),
      }),
      jsx("tbody", { children: rows.map(row) }),
    ],
  });
}

function row({ id, amount, name, owner, team, city, state, kind, label, place }: TableRow): Fragment {
  return jsxs("tr", {
    children: [
      jsx("td", { children: id }),
      jsx("td", { children: amount }),
      jsx("td", { safe: true, children: name }),
      jsx("td", { safe: true, children: owner }),
      jsx("td", { safe: true, children: team }),
      jsx("td", { safe: true, children: city }),
      jsx("td", { safe: true, children: state }),
      jsx("td", { safe: true, children: kind }),
      jsx("td", { safe: true, children: label }),
      jsx("td", { safe: true, children: place }),
    ],
  });
}

function tree({ id, name, left, right }: TreeNode): Fragment {
  return jsxs("div", {
    class: "node",
    id: `n${id}`,
    children: [jsx("span", { safe: true, children: name }), left && tree(left), right && tree(right)],
  });
}

export const kita = createStringEngine({
  item: (input) => item(input) as string,
  page: (input) => `<!doctype html>${page(input) as string}`,
  table: (input) => table(input) as string,
  tree: (input) => tree(input) as string,
});
