import { json, type Json } from "../escape/json.ts";
import type { HtmlNode } from "../tape/token.ts";
import { script } from "./elements.ts";

declare const data: unique symbol;

/** The node of an `island`. It carries the type of its data, so that a client may import that. */
export interface Island<Data> extends HtmlNode {
  readonly [data]?: Data;
}

/** The data of an island: `IslandData<ReturnType<typeof cart>>` for `const cart = () => island("cart", …)`. */
export type IslandData<Node> = Node extends Island<infer Data> ? Data : never;

/**
 * Data for a script of the page, as `<script type="application/json" id=…>`: nothing runs, and nothing can leave it. The client reads
 * `JSON.parse(document.getElementById(id).textContent)`, which gives an equal value. O(length).
 *
 * @throws WATT_CONDUIT_JSON
 */
export function island<Data>(id: string, data: Data & Json<Data>): Island<Data> {
  return script({ type: "application/json", id }, json<Data>(data)) as Island<Data>;
}
