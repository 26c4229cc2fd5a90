import { type Html, isHtml } from "@watt/conduit";
import { joltError } from "../errors.ts";

/** Trusted HTML, or a function that makes it; the function runs only if its result is sent. */
export type Content = Html | (() => Html);

/**
 * Passes content through; a function's result is checked when it is made.
 *
 * @throws WATT_JOLT_NOT_HTML for strings and everything else that conduit did not make.
 */
export function checkContent(method: string, content: Content): () => Html {
  if (typeof content === "function") return () => checkHtml(method, content());
  const html = checkHtml(method, content);
  return () => html;
}

function checkHtml(method: string, html: Html): Html {
  if (isHtml(html)) return html;
  const value: unknown = html;
  throw joltError("WATT_JOLT_NOT_HTML", { method, value: JSON.stringify(value) ?? String(value), type: typeof value });
}
