import { render } from "svelte/server";
import Item from "./item.svelte";
import Page from "./page.svelte";
import Table from "./table.svelte";
import Tree from "./tree.svelte";

export const item = (row) => render(Item, { props: { row } }).body;
export const table = ({ rows }) => render(Table, { props: { rows } }).body;
export const tree = (node) => render(Tree, { props: { node } }).body;

// A component has no root element and no head of its own: SvelteKit takes them from app.html.
export const page = (page) => {
  const { head, body } = render(Page, { props: { page } });
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}` +
    `<link rel="stylesheet" href="/style.css"></head><body>${body}</body></html>`
  );
};
