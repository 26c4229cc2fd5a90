import type { AsyncView, View } from "../api.ts";
import { htmlBytes, htmlBytesLater } from "../tape/html-bytes.ts";
import { RenderState } from "../tape/late.ts";
import { type AnyView, inScope } from "./in-scope.ts";
import type { RenderOptions } from "./render-options.ts";

/**
 * Renders a view to UTF-8 bytes that the caller owns.
 *
 * Prefer a function: what it builds is dropped at the end. Up to 192 KiB the only allocation beyond the nodes is the
 * result. An async view gives a promise: promises among its children are awaited, in the order in which they stand there; all
 * that was started by then goes on meanwhile.
 *
 * @throws WATT_CONDUIT_NOT_HTML when the view is, or returns, something else; WATT_CONDUIT_NODE_EXPIRED for a node of
 *   a finished render; WATT_CONDUIT_PENDING for a promise among the children of a view that is not async;
 *   WATT_CONDUIT_TOO_DEEP, WATT_CONDUIT_TOO_LARGE. Those of an async view reject its promise, as its own do.
 */
export function renderToBytes(view: View, options?: RenderOptions): Uint8Array;
export function renderToBytes(view: AsyncView, options?: RenderOptions): Promise<Uint8Array>;
export function renderToBytes(view: AnyView, options?: RenderOptions): Uint8Array | Promise<Uint8Array> {
  return inScope(
    view,
    (html) => htmlBytes(html, options),
    async (html) => htmlBytesLater(await html, new RenderState(options)),
  );
}
