import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import Item from "./item.vue";
import Page from "./page.vue";
import Table from "./table.vue";
import Tree from "./tree.vue";

export const item = (row) => renderToString(createSSRApp(Item, { row }));
export const page = async (page) => `<!doctype html>${await renderToString(createSSRApp(Page, { page }))}`;
export const table = ({ rows }) => renderToString(createSSRApp(Table, { rows }));
export const tree = (node) => renderToString(createSSRApp(Tree, { node }));
