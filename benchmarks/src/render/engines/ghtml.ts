import { html as write } from "ghtml";
import { createEngine } from "../create-engine.ts";
import type { Page, Row } from "../data.ts";

// Not called `html` here: formatters indent such templates, which would change what is written.
// `!${…}` writes as it is, `${…}` escapes.

function item({ id, title, note, owner }: Row): string {
  return write`<li class="task" id="task-${id}"><a href="/tasks/${id}" title="${note}">${title}</a><span class="owner">${owner}</span></li>`;
}

function page({ rows }: Page): string {
  const title = rows[0]?.title ?? "";
  return write`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/style.css"></head><body><header><h1>${title}</h1><nav><a href="/">Home</a><a href="/tasks">Tasks</a><a href="/people">People</a></nav></header><main><p>${rows.length} tasks</p><ul class="tasks">!${rows.map(item)}</ul></main><footer><p>Made for measuring</p></footer></body></html>`;
}

export const ghtml = createEngine({
  item: (row) => Buffer.from(item(row)),
  page: (data) => Buffer.from(page(data)),
});
