import type { View } from "../api.ts";
import { htmlBytes } from "../tape/html-bytes.ts";
import { inScope } from "./in-scope.ts";

/**
 * Renders a view to UTF-8 bytes that the caller owns.
 *
 * Prefer a function: what it builds is dropped at the end. Up to 64 KiB the only allocation beyond the nodes is the
 * result.
 *
 * @throws WATT_CONDUIT_NOT_HTML when the view is, or returns, something else; WATT_CONDUIT_NODE_EXPIRED for a node of
 *   a finished render; WATT_CONDUIT_TOO_DEEP, WATT_CONDUIT_TOO_LARGE
 */
export function renderToBytes(view: View): Uint8Array {
  return inScope(view, htmlBytes);
}
