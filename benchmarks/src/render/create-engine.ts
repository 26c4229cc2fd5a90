import type { OperationEngine } from "../api.ts";
import type { RenderCase, RenderInput } from "./cases.ts";
import type { Page, Row } from "./data.ts";
import { normalise } from "./normalise.ts";

interface Renderers {
  item(row: Row): Uint8Array;
  page(page: Page): Uint8Array;
}

/** An engine of two functions that give UTF-8 bytes. */
export function createEngine({ item, page }: Renderers): OperationEngine<RenderCase, RenderInput> {
  return {
    prepare: ({ shape }) => ({
      run: shape === "item" ? (input) => item(input as Row) : (input) => page(input as Page),
      answer: (result) => normalise(new TextDecoder().decode(result as Uint8Array)),
    }),
  };
}
