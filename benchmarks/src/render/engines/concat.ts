import { createStringEngine } from "../create-engine.ts";
import { COLUMNS, LINKS } from "../data/constants.ts";
import type { Card, Page, Row, Table, TableRow, TreeNode } from "../data/types.ts";

// The reference, as one who knows V8 writes it: one string grows from the left to the right, and is turned into bytes once.
// Measured beside it: nested templates take 1.06 times as long, `map` and `join` 1.4, an array of all pieces and `join` 1.8,
// `String.prototype.search` or a chain of `replaceAll` for the escape up to 1.4; TextEncoder and utf8Write the same.

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
  let html =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>` +
    '<link rel="stylesheet" href="/style.css"></head><body><header class="top"><nav>';
  for (const { path, text } of LINKS) {
    html += path === section ? `<a href="${path}" aria-current="page">${text}</a>` : `<a href="${path}">${text}</a>`;
  }
  html +=
    '</nav><form class="search" action="/search"><label for="q">Search</label>' +
    `<input id="q" type="search" placeholder="Title or owner" name="q" value="${escape(query)}">` +
    `<button type="submit">Find</button></form></header><main><h1>${name}</h1>`;
  for (const one of cards) html = card(html, one);
  return `${html}</main><footer><p>Made for measuring</p></footer></body></html>`;
}

function card(before: string, { id, title, note, tags, owner, due, day }: Card): string {
  let html = `${before}<article class="card" id="task-${id}"><h2><a href="/tasks/${id}">`;
  html += escape(title);
  html += '</a></h2><p class="note">';
  html += escape(note);
  html += '</p><ul class="tags">';
  for (const tag of tags) {
    html += '<li class="tag">';
    html += escape(tag);
    html += "</li>";
  }
  html += '</ul><footer class="meta"><span class="owner">';
  html += escape(owner);
  html += '</span><time datetime="';
  html += escape(due);
  html += '">';
  html += escape(day);
  return `${html}</time><a class="more" href="/tasks/${id}">Open</a></footer></article>`;
}

function table({ rows }: Table): string {
  let html = '<table class="data"><thead><tr>';
  for (const column of COLUMNS) html += `<th scope="col">${column}</th>`;
  html += "</tr></thead><tbody>";
  for (const one of rows) html = row(html, one);
  return `${html}</tbody></table>`;
}

function row(before: string, { id, amount, name, owner, team, city, state, kind, label, place }: TableRow): string {
  let html = `${before}<tr><td>${id}</td><td>${amount}</td><td>`;
  html += escape(name);
  html += "</td><td>";
  html += escape(owner);
  html += "</td><td>";
  html += escape(team);
  html += "</td><td>";
  html += escape(city);
  html += "</td><td>";
  html += escape(state);
  html += "</td><td>";
  html += escape(kind);
  html += "</td><td>";
  html += escape(label);
  html += "</td><td>";
  html += escape(place);
  return `${html}</td></tr>`;
}

function tree({ id, name, left, right }: TreeNode): string {
  const html = `<div class="node" id="n${id}"><span>${escape(name)}</span>`;
  return left === undefined || right === undefined ? `${html}</div>` : `${html}${tree(left)}${tree(right)}</div>`;
}

export const concat = createStringEngine({ item, page, table, tree });
