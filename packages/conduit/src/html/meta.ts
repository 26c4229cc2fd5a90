import { safeMeta } from "../escape/meta.ts";
import type { HtmlNode } from "../tape/token.ts";
import type { MetaAttributes } from "./attributes.ts";
import type { VoidBuilder } from "./builder.ts";
import { element } from "./element.ts";
import { isRecord } from "./is-record.ts";
import { withAttributes } from "./with-attributes.ts";

const native = /* @__PURE__ */ element("meta", "void");

/**
 * Builds `<meta>`. What `http-equiv` and `content` mean depends on each other, so they are checked together.
 *
 * @throws WATT_CONDUIT_ATTRIBUTE_FORBIDDEN for another `http-equiv` than the standard lists, and another encoding than UTF-8
 */
export const meta: VoidBuilder<MetaAttributes> = /* @__PURE__ */ withAttributes(
  (...args: readonly unknown[]): HtmlNode => {
    const [first, ...rest] = args;
    return isRecord(first) ? native(safeMeta(first), ...rest) : native(...args);
  },
);
