import { COLUMNS, LINKS } from "./data/constants.ts";
import type { Card, Page, Row, Table, TableRow, TreeNode } from "./data/types.ts";

// The oracle: what every engine must write. Plain on purpose, and timed by nobody.

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&#34;")
    .replaceAll("'", "&#39;");
}

type Attributes = Readonly<Record<string, string | undefined>>;

function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escape(value ?? "")}"`);
  return `<${name}${written.join("")}>${children.join("")}</${name}>`;
}

export function expectedItem({ id, title, note, owner }: Row): string {
  const link = element("a", { href: `/tasks/${id}`, title: note }, escape(title));
  return element("li", { class: "task", id: `task-${id}` }, link, element("span", { class: "owner" }, escape(owner)));
}

export function expectedPage({ title, query, section, cards }: Page): string {
  const head = [
    '<meta charset="utf-8">',
    element("title", {}, escape(title)),
    '<link rel="stylesheet" href="/style.css">',
  ];
  const links = LINKS.map(({ path, text }) => {
    return element("a", { href: path, "aria-current": path === section ? "page" : undefined }, text);
  });
  const search = element(
    "form",
    { class: "search", action: "/search" },
    element("label", { for: "q" }, "Search"),
    `<input id="q" type="search" placeholder="Title or owner" name="q" value="${escape(query)}">`,
    element("button", { type: "submit" }, "Find"),
  );
  const body = [
    element("header", { class: "top" }, element("nav", {}, ...links), search),
    element("main", {}, element("h1", {}, escape(title)), ...cards.map(expectedCard)),
    element("footer", {}, element("p", {}, "Made for measuring")),
  ];
  const root = element("html", { lang: "en" }, element("head", {}, ...head), element("body", {}, ...body));
  return `<!doctype html>${root}`;
}

function expectedCard({ id, title, note, tags, owner, due, day }: Card): string {
  return element(
    "article",
    { class: "card", id: `task-${id}` },
    element("h2", {}, element("a", { href: `/tasks/${id}` }, escape(title))),
    element("p", { class: "note" }, escape(note)),
    element("ul", { class: "tags" }, ...tags.map((tag) => element("li", { class: "tag" }, escape(tag)))),
    element(
      "footer",
      { class: "meta" },
      element("span", { class: "owner" }, escape(owner)),
      element("time", { datetime: due }, escape(day)),
      element("a", { class: "more", href: `/tasks/${id}` }, "Open"),
    ),
  );
}

export function expectedTable({ rows }: Table): string {
  const head = COLUMNS.map((column) => element("th", { scope: "col" }, column));
  return element(
    "table",
    { class: "data" },
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows.map(expectedRow)),
  );
}

function expectedRow(row: TableRow): string {
  const { id, amount, name, owner, team, city, state, kind, label, place } = row;
  const words = [name, owner, team, city, state, kind, label, place];
  return element("tr", {}, ...[String(id), String(amount), ...words].map((cell) => element("td", {}, escape(cell))));
}

export function expectedTree({ id, name, left, right }: TreeNode): string {
  const children = [left, right].filter((child) => child !== undefined);
  const span = element("span", {}, escape(name));
  return element("div", { class: "node", id: `n${id}` }, span, ...children.map(expectedTree));
}
