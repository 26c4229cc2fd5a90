import type { Page, Row } from "./data.ts";

// The oracle: what every engine must write. Plain on purpose, and timed by nobody.

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&#34;")
    .replaceAll("'", "&#39;");
}

export function expectedItem({ id, title, note, owner }: Row): string {
  const link = `<a href="/tasks/${id}" title="${escape(note)}">${escape(title)}</a>`;
  return `<li class="task" id="task-${id}">${link}<span class="owner">${escape(owner)}</span></li>`;
}

export function expectedPage({ rows }: Page): string {
  const title = escape(rows[0]?.title ?? "");
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>`,
    `<link rel="stylesheet" href="/style.css"></head><body><header><h1>${title}</h1><nav>`,
    '<a href="/">Home</a><a href="/tasks">Tasks</a><a href="/people">People</a></nav></header>',
    `<main><p>${rows.length} tasks</p><ul class="tasks">${rows.map(expectedItem).join("")}</ul></main>`,
    "<footer><p>Made for measuring</p></footer></body></html>",
  ].join("");
}
