import type { View } from "../api.ts";
import { renderToBytes } from "./render-to-bytes.ts";

const decoder = new TextDecoder();

/** Renders a view to a string: the bytes of `renderToBytes`, decoded. Servers want the bytes. */
export function renderToString(view: View): string {
  return decoder.decode(renderToBytes(view));
}
