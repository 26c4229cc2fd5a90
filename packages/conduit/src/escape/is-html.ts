import type { Html } from "../api.ts";
import { tape } from "../tape/tape.ts";
import { trustedBytes } from "./trusted-html.ts";

/** True for what builders, `raw` and `keep` return, in any copy of this package; never for data that looks like it. */
export function isHtml(value: unknown): value is Html {
  return typeof value === "object" && value !== null && (tape.isNode(value) || trustedBytes.has(value));
}
