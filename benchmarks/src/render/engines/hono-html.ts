import { html as write } from "hono/html";
import { createEngine } from "../create-engine.ts";
import type { Page, Row } from "../data.ts";

// Not called `html` here: formatters indent such templates, which would change what is written.

type Fragment = ReturnType<typeof write>;

function item({ id, title, note, owner }: Row): Fragment {
  return write`<li class="task" id="task-${id}"><a href="/tasks/${id}" title="${note}">${title}</a><span class="owner">${owner}</span></li>`;
}

function page({ rows }: Page): Fragment {
  const title = rows[0]?.title ?? "";
  return write`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/style.css"></head><body><header><h1>${title}</h1><nav><a href="/">Home</a><a href="/tasks">Tasks</a><a href="/people">People</a></nav></header><main><p>${rows.length} tasks</p><ul class="tasks">${rows.map(item)}</ul></main><footer><p>Made for measuring</p></footer></body></html>`;
}

/** Nothing here is asynchronous, so hono gives a string at once. */
function bytes(fragment: Fragment): Uint8Array {
  return Buffer.from((fragment as Awaited<Fragment>).toString());
}

export const honoHtml = createEngine({
  item: (row) => bytes(item(row)),
  page: (data) => bytes(page(data)),
});
