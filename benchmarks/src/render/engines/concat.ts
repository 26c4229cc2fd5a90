import { createStringEngine } from "../create-engine.ts";
import { COLUMNS, LINKS } from "../data/constants.ts";
import type { Card, Page, Row, Table, TableRow, TreeNode } from "../data/types.ts";

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

function page({ title, query, section, cards }: Page): string {
  const name = escape(title);
  let links = "";
  for (const { path, text } of LINKS) {
    links += path === section ? `<a href="${path}" aria-current="page">${text}</a>` : `<a href="${path}">${text}</a>`;
  }
  let list = "";
  for (const one of cards) list += card(one);
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>` +
    `<link rel="stylesheet" href="/style.css"></head><body><header class="top"><nav>${links}</nav>` +
    '<form class="search" action="/search"><label for="q">Search</label>' +
    `<input id="q" type="search" placeholder="Title or owner" name="q" value="${escape(query)}">` +
    `<button type="submit">Find</button></form></header><main><h1>${name}</h1>${list}</main>` +
    "<footer><p>Made for measuring</p></footer></body></html>"
  );
}

function card({ id, title, note, tags, owner, due, day }: Card): string {
  let list = "";
  for (const tag of tags) list += `<li class="tag">${escape(tag)}</li>`;
  return (
    `<article class="card" id="task-${id}"><h2><a href="/tasks/${id}">${escape(title)}</a></h2>` +
    `<p class="note">${escape(note)}</p><ul class="tags">${list}</ul>` +
    `<footer class="meta"><span class="owner">${escape(owner)}</span>` +
    `<time datetime="${escape(due)}">${escape(day)}</time><a class="more" href="/tasks/${id}">Open</a></footer></article>`
  );
}

function table({ rows }: Table): string {
  let head = "";
  for (const column of COLUMNS) head += `<th scope="col">${column}</th>`;
  let body = "";
  for (const one of rows) body += row(one);
  return `<table class="data"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function row({ id, amount, name, owner, team, city, state, kind, label, place }: TableRow): string {
  return (
    `<tr><td>${id}</td><td>${amount}</td><td>${escape(name)}</td><td>${escape(owner)}</td><td>${escape(team)}</td>` +
    `<td>${escape(city)}</td><td>${escape(state)}</td><td>${escape(kind)}</td><td>${escape(label)}</td>` +
    `<td>${escape(place)}</td></tr>`
  );
}

function tree({ id, name, left, right }: TreeNode): string {
  const children = (left === undefined ? "" : tree(left)) + (right === undefined ? "" : tree(right));
  return `<div class="node" id="n${id}"><span>${escape(name)}</span>${children}</div>`;
}

export const concat = createStringEngine({ item, page, table, tree });
