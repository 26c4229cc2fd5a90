import { createOutputPool, type Html, type Lease, renderInto, renderToBytes } from "@watt/conduit";
import { createEngine } from "../create-engine.ts";
import { Item, Overview, TableOf, Tree } from "./conduit-views.ts";

/** Bytes that the caller owns, as every peer gives them. */
export const conduit = createEngine({
  item: (input) => renderToBytes(() => Item(input)),
  page: (input) => renderToBytes(() => Overview(input)),
  table: (input) => renderToBytes(() => TableOf(input)),
  tree: (input) => renderToBytes(() => Tree(input)),
});

const pool = createOutputPool();
let lease: Lease | undefined;

/** Bytes on loan until the next render: what bolt writes to a socket. */
function leased(view: () => Html): Uint8Array {
  lease?.release();
  lease = renderInto(pool, view);
  return lease.bytes;
}

export const conduitLeased = createEngine({
  item: (input) => leased(() => Item(input)),
  page: (input) => leased(() => Overview(input)),
  table: (input) => leased(() => TableOf(input)),
  tree: (input) => leased(() => Tree(input)),
});
