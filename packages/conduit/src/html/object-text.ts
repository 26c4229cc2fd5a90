import type { AttributeRule } from "../escape/attribute-rule.ts";
import { isHtml } from "../escape/is-html.ts";
import { trustedCss } from "../escape/trusted-css.ts";
import { trustedScripts } from "../escape/trusted-script.ts";
import { trustedUrls } from "../escape/trusted-url.ts";
import { htmlBytes } from "../tape/html-bytes.ts";
import { candidatesText } from "./candidates-text.ts";
import { classNames } from "./class-names.ts";
import { isRecord } from "./is-record.ts";
import { styleText } from "./style-text.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The text that an attribute is given by what is no text, number or boolean: names of classes, declarations, candidates of an image,
 * a trusted value of the attribute's kind. `undefined` for all else.
 *
 * @throws WATT_CONDUIT_STYLE_NAME; WATT_CONDUIT_NODE_EXPIRED
 */
export function objectText(tag: string, { kind }: AttributeRule, value: unknown): string | undefined {
  if (kind === "class") return classNames(value);
  if (typeof value !== "object" || value === null) return undefined;
  switch (kind) {
    case "style":
      return isRecord(value) ? styleText(tag, value) : undefined;
    case "url":
    case "url-list":
      return trustedUrls.get(value);
    case "srcset":
      return candidatesText(value);
    case "references":
      return trustedCss.get(value);
    case "handler":
      return trustedScripts.get(value);
    case "srcdoc":
      return isHtml(value) ? decoder.decode(htmlBytes(value)) : undefined;
    default:
      return undefined;
  }
}
