import { tape } from "../tape/tape.ts";
import type { HtmlNode } from "../tape/token.ts";
import type { FormAttributes } from "./attributes.ts";
import type { Builder } from "./builder.ts";
import { element } from "./element.ts";
import { input } from "./elements.ts";
import { withAttributes } from "./with-attributes.ts";

const native = element("form");
const carried = new Set(["put", "patch", "delete"]);

/**
 * Builds a form. Browsers send GET and POST only: `method: "put" | "patch" | "delete"` becomes `post` and a hidden
 * field `_method`, which a server honours after it has checked the request.
 */
export const form: Builder<FormAttributes> = /* @__PURE__ */ withAttributes((...args: readonly unknown[]): HtmlNode => {
  const [first, ...rest] = args;
  const method = overridden(first);
  if (method === undefined) return native(...args);
  const field = input({ type: "hidden", name: "_method", value: method });
  return native({ ...(first as FormAttributes), method: "post" }, field, ...rest);
});

function overridden(first: unknown): string | undefined {
  if (typeof first !== "object" || first === null || tape.isNode(first)) return undefined;
  const { method } = first as { method?: unknown };
  if (typeof method !== "string") return undefined;
  const lower = method.toLowerCase();
  return carried.has(lower) ? lower : undefined;
}
