import { createEngine } from "../create-engine.ts";
import type { Page, Row } from "../data.ts";

const SPECIAL = /[&<>"']/;

/** What most escape functions of the ecosystem do: a regular expression for the clean case, else a loop. */
function escape(text: string): string {
  if (!SPECIAL.test(text)) return text;
  let escaped = "";
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const reference = referenceOf(text.charCodeAt(i));
    if (reference === "") continue;
    escaped += text.slice(last, i) + reference;
    last = i + 1;
  }
  return escaped + text.slice(last);
}

function referenceOf(code: number): string {
  switch (code) {
    case 34:
      return "&#34;";
    case 38:
      return "&amp;";
    case 39:
      return "&#39;";
    case 60:
      return "&lt;";
    case 62:
      return "&gt;";
    default:
      return "";
  }
}

function item({ id, title, note, owner }: Row): string {
  return (
    `<li class="task" id="task-${id}"><a href="/tasks/${id}" title="${escape(note)}">${escape(title)}</a>` +
    `<span class="owner">${escape(owner)}</span></li>`
  );
}

function page({ rows }: Page): string {
  const title = escape(rows[0]?.title ?? "");
  let list = "";
  for (const row of rows) list += item(row);
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>` +
    `<link rel="stylesheet" href="/style.css"></head><body><header><h1>${title}</h1><nav>` +
    '<a href="/">Home</a><a href="/tasks">Tasks</a><a href="/people">People</a></nav></header>' +
    `<main><p>${rows.length} tasks</p><ul class="tasks">${list}</ul></main>` +
    "<footer><p>Made for measuring</p></footer></body></html>"
  );
}

export const concat = createEngine({
  item: (row) => Buffer.from(item(row)),
  page: (data) => Buffer.from(page(data)),
});
