import type { Case, Inputs, Random } from "../api.ts";
import { createPages } from "./data/create-pages.ts";
import { createRows } from "./data/create-rows.ts";
import { createTables } from "./data/create-tables.ts";
import { createTrees } from "./data/create-trees.ts";
import type { Page, Row, Table, TreeNode } from "./data/types.ts";
import { expectedItem, expectedPage, expectedTable, expectedTree } from "./expected.ts";
import { normalise } from "./normalise.ts";

/** What each shape is rendered from. */
export interface Shapes {
  item: Row;
  page: Page;
  table: Table;
  tree: TreeNode;
}

export type Shape = keyof Shapes;

export interface RenderCase extends Case {
  readonly shape: Shape;
  /** Share of the texts that hold characters to escape. */
  readonly dirty: number;
}

export type RenderInput = Shapes[Shape];

const DIRTY = 0.1;

export const cases: readonly RenderCase[] = (["item", "page", "table", "tree"] as const).flatMap((shape) => [
  { name: `${shape}/clean`, group: shape, shape, dirty: 0 },
  { name: `${shape}/10 % dirty`, group: shape, shape, dirty: DIRTY },
]);

type Maker<Input> = (random: Random, dirty: number) => Pick<Inputs<Input>, "list"> & Required<Pick<Inputs, "refresh">>;

interface Form<Input> {
  readonly create: Maker<Input>;
  readonly batch: number;
  readonly expected: (input: Input) => string;
}

const FORMS: { readonly [Name in Shape]: Form<Shapes[Name]> } = {
  item: { create: createRows, batch: 1024, expected: expectedItem },
  page: { create: createPages, batch: 32, expected: expectedPage },
  table: { create: createTables, batch: 8, expected: expectedTable },
  tree: { create: createTrees, batch: 8, expected: expectedTree },
};

export function inputs({ shape, dirty }: RenderCase, random: Random): Inputs<RenderInput> {
  const { create, batch, expected } = FORMS[shape] as Form<RenderInput>;
  const { list, refresh } = create(random, dirty);
  return { list, batch, refresh, expected: (index) => normalise(expected(list[index] as RenderInput)) };
}
