import type { Case, Inputs, Random } from "../api.ts";
import { createPages, createRows, type Page, type Row } from "./data.ts";
import { expectedItem, expectedPage } from "./expected.ts";
import { normalise } from "./normalise.ts";

export interface RenderCase extends Case {
  readonly shape: "item" | "page";
  /** Share of the values that hold characters to escape. */
  readonly dirty: number;
}

export type RenderInput = Row | Page;

/** Rows that make a page of 25 KB. */
const PAGE_ROWS = 150;
const ITEM_BATCH = 1024;
const PAGE_BATCH = 32;
const DIRTY = 0.1;

export const cases: readonly RenderCase[] = [
  { name: "item/clean", group: "item", shape: "item", dirty: 0 },
  { name: "item/10 % dirty", group: "item", shape: "item", dirty: DIRTY },
  { name: "page/clean", group: "page", shape: "page", dirty: 0 },
  { name: "page/10 % dirty", group: "page", shape: "page", dirty: DIRTY },
];

export function inputs({ shape, dirty }: RenderCase, random: Random): Inputs<RenderInput> {
  const rows = createRows(random, dirty);
  if (shape === "item") {
    const expected = (index: number): string => normalise(expectedItem(rows.list[index] as Row));
    return { list: rows.list, batch: ITEM_BATCH, refresh: rows.refresh, expected };
  }
  const pages = createPages(rows.list, PAGE_ROWS);
  const expected = (index: number): string => normalise(expectedPage(pages[index] as Page));
  return { list: pages, batch: PAGE_BATCH, refresh: rows.refresh, expected };
}
