import { html as write } from "hono/html";
import { createStringEngine } from "../create-engine.ts";
import { COLUMNS, LINKS } from "../data/constants.ts";
import type { Card, Page, Row, Table, TableRow, TreeNode } from "../data/types.ts";

// Not called `html` here: formatters indent such templates, which would change what is written.

type Fragment = ReturnType<typeof write>;

function item({ id, title, note, owner }: Row): Fragment {
  return write`<li class="task" id="task-${id}"><a href="/tasks/${id}" title="${note}">${title}</a><span class="owner">${owner}</span></li>`;
}

function page({ title, query, section, cards }: Page): Fragment {
  return write`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/style.css"></head><body><header class="top"><nav>${LINKS.map(
    ({ path, text }) =>
      path === section
        ? write`<a href="${path}" aria-current="page">${text}</a>`
        : write`<a href="${path}">${text}</a>`,
  )}</nav><form class="search" action="/search"><label for="q">Search</label><input id="q" type="search" placeholder="Title or owner" name="q" value="${query}"><button type="submit">Find</button></form></header><main><h1>${title}</h1>${cards.map(card)}</main><footer><p>Made for measuring</p></footer></body></html>`;
}

function card({ id, title, note, tags, owner, due, day }: Card): Fragment {
  return write`<article class="card" id="task-${id}"><h2><a href="/tasks/${id}">${title}</a></h2><p class="note">${note}</p><ul class="tags">${tags.map(
    (tag) => write`<li class="tag">${tag}</li>`,
  )}</ul><footer class="meta"><span class="owner">${owner}</span><time datetime="${due}">${day}</time><a class="more" href="/tasks/${id}">Open</a></footer></article>`;
}

function table({ rows }: Table): Fragment {
  return write`<table class="data"><thead><tr>${COLUMNS.map((column) => write`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows.map(row)}</tbody></table>`;
}

function row({ id, amount, name, owner, team, city, state, kind, label, place }: TableRow): Fragment {
  return write`<tr><td>${id}</td><td>${amount}</td><td>${name}</td><td>${owner}</td><td>${team}</td><td>${city}</td><td>${state}</td><td>${kind}</td><td>${label}</td><td>${place}</td></tr>`;
}

function tree({ id, name, left, right }: TreeNode): Fragment {
  return write`<div class="node" id="n${id}"><span>${name}</span>${left && tree(left)}${right && tree(right)}</div>`;
}

/** Nothing here is asynchronous, so hono gives a string at once. */
function text(fragment: Fragment): string {
  return (fragment as Awaited<Fragment>).toString();
}

export const honoHtml = createStringEngine({
  item: (input) => text(item(input)),
  page: (input) => text(page(input)),
  table: (input) => text(table(input)),
  tree: (input) => text(tree(input)),
});
