import { conduitError, kindOf } from "../errors.ts";
import { checkRawText, type RawTextTag } from "../escape/raw-text.ts";
import { trustedCss } from "../escape/trusted-css.ts";
import { trust, trustedBytes } from "../escape/trusted-html.ts";
import { trustedScripts } from "../escape/trusted-script.ts";
import { element, type UntypedBuilder } from "./element.ts";
import { isRecord } from "./is-record.ts";
import { withAttributes } from "./with-attributes.ts";

/**
 * Makes the builder of an element whose text is not escaped: it takes trusted values only, and none that would leave the
 * element. They are looked at together, as an end tag may lie across two of them.
 */
export function rawText(tag: RawTextTag): UntypedBuilder {
  const native = element(tag, "rawText");
  return withAttributes((...args) => {
    const attributes = isRecord(args[0]) ? args.slice(0, 1) : [];
    const text = textOf(tag, args.slice(attributes.length));
    checkRawText(tag, text);
    return native(...attributes, text === "" ? null : trust(new TextEncoder().encode(text)));
  });
}

/**
 * The same for SVG, where parsers do read character references inside of `<script>` and `<style>`: the text is escaped, and nothing
 * can leave the element. Why no `raw`: it would be markup there.
 */
export function foreignRawText(tag: "script" | "style"): UntypedBuilder {
  const native = element(tag);
  return withAttributes((...args) => {
    const attributes = isRecord(args[0]) ? args.slice(0, 1) : [];
    return native(...attributes, textOf(tag, args.slice(attributes.length), false));
  });
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The text of what stands in an element whose text is not escaped: trusted values, and lists of them.
 *
 * @param takesHtml - whether `raw(text)` is one of them
 * @throws WATT_CONDUIT_CHILD_RAW_TEXT
 */
export function textOf(tag: RawTextTag, child: unknown, takesHtml = true): string {
  if (child === null || child === undefined || typeof child === "boolean") return "";
  if (Array.isArray(child)) return child.map((one) => textOf(tag, one, takesHtml)).join("");
  const text = typeof child === "object" ? trustedText(tag, child, takesHtml) : undefined;
  if (text === undefined) throw conduitError("WATT_CONDUIT_CHILD_RAW_TEXT", { tag, kind: kindOf(child) });
  return text;
}

function trustedText(tag: RawTextTag, child: object, takesHtml: boolean): string | undefined {
  const html = takesHtml ? trustedBytes.get(child) : undefined;
  if (html !== undefined) return decoder.decode(html);
  return tag === "script" ? trustedScripts.get(child) : tag === "style" ? trustedCss.get(child) : undefined;
}
