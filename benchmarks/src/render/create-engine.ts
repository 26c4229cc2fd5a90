import type { OperationEngine } from "../api.ts";
import type { RenderCase, RenderInput, Shape, Shapes } from "./cases.ts";
import { normalise } from "./normalise.ts";

/** A function for each shape. */
export type Renderers<Result> = { readonly [Name in Shape]: (input: Shapes[Name]) => Result };

/** An engine of functions that give UTF-8 bytes. */
export function createEngine(renderers: Renderers<Uint8Array>): OperationEngine<RenderCase, RenderInput> {
  return {
    prepare: ({ shape }) => ({
      run: renderers[shape] as (input: RenderInput) => Uint8Array,
      answer: (result) => normalise(new TextDecoder().decode(result as Uint8Array)),
    }),
  };
}

/** An engine of functions that give strings: they pay for `Buffer.from`, as they would before a socket. */
export function createStringEngine({
  item,
  page,
  table,
  tree,
}: Renderers<string>): OperationEngine<RenderCase, RenderInput> {
  return createEngine({
    item: (input) => Buffer.from(item(input)),
    page: (input) => Buffer.from(page(input)),
    table: (input) => Buffer.from(table(input)),
    tree: (input) => Buffer.from(tree(input)),
  });
}
