import type { AsyncView, View } from "../api.ts";
import type { AnyView } from "./in-scope.ts";
import type { RenderOptions } from "./render-options.ts";
import { renderToBytes } from "./render-to-bytes.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Renders a view to a string: the bytes of `renderToBytes`, decoded. Servers want the bytes. */
export function renderToString(view: View, options?: RenderOptions): string;
export function renderToString(view: AsyncView, options?: RenderOptions): Promise<string>;
export function renderToString(view: AnyView, options?: RenderOptions): string | Promise<string> {
  const bytes = renderToBytes(view as View, options) as Uint8Array | Promise<Uint8Array>;
  return bytes instanceof Promise ? bytes.then((all) => decoder.decode(all)) : decoder.decode(bytes);
}
