import type { OperationEngine } from "../api.ts";
import type { RenderCase, RenderInput, Shape, Shapes } from "./cases.ts";
import { normalise } from "./normalise.ts";

/** A function for each shape. */
export type Renderers<Result> = { readonly [Name in Shape]: (input: Shapes[Name]) => Result };

type Engine = OperationEngine<RenderCase, RenderInput>;

/** An engine of functions that give UTF-8 bytes. */
export function createEngine(
  renderers: Renderers<Uint8Array> | Renderers<Promise<Uint8Array>>,
  isAsync = false,
): Engine {
  return {
    prepare: ({ shape }) => ({
      run: renderers[shape] as (input: RenderInput) => unknown,
      isAsync,
      answer: (result) => normalise(new TextDecoder().decode(result as Uint8Array)),
    }),
  };
}

/** An engine of functions that give strings: they pay for `Buffer.from`, as they would before a socket. */
export function createStringEngine({ item, page, table, tree }: Renderers<string>): Engine {
  return createEngine({
    item: (input) => Buffer.from(item(input)),
    page: (input) => Buffer.from(page(input)),
    table: (input) => Buffer.from(table(input)),
    tree: (input) => Buffer.from(tree(input)),
  });
}

/** The same for functions that promise strings. */
export function createAsyncEngine({ item, page, table, tree }: Renderers<Promise<string>>): Engine {
  const renderers: Renderers<Promise<Uint8Array>> = {
    item: async (input) => Buffer.from(await item(input)),
    page: async (input) => Buffer.from(await page(input)),
    table: async (input) => Buffer.from(await table(input)),
    tree: async (input) => Buffer.from(await tree(input)),
  };
  return createEngine(renderers, true);
}
