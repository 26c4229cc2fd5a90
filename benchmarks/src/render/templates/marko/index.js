import Item from "./item.marko";
import Page from "./page.marko";
import Table from "./table.marko";
import Tree from "./tree.marko";

export const item = (row) => Item.render({ row }).toString();
export const page = (page) => Page.render({ page }).toString();
export const table = ({ rows }) => Table.render({ rows }).toString();
export const tree = (node) => Tree.render({ node }).toString();
