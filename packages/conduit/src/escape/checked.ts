import { conduitError } from "../errors.ts";
import { type AttributeRule, attributeKind } from "./attribute-rule.ts";
import { isLocalReference } from "./references.ts";
import { safeSrcset } from "./srcset.ts";
import { safeUrl } from "./url.ts";
import { safeUrlList } from "./url-list.ts";

/**
 * The text that is written for an attribute that does not take any text. A value that may come from a person is replaced when it is
 * not safe: URLs by `INVALID_URL`, references by nothing. O(length).
 *
 * @param given - what it was before it was text, for the message
 * @throws WATT_CONDUIT_ATTRIBUTE_FORBIDDEN, WATT_CONDUIT_STYLE_VALUE where no text is safe
 */
export function checked(tag: string, rule: AttributeRule, text: string, given = "a string"): string {
  switch (rule.kind) {
    case "url":
      return safeUrl(text);
    case "url-list":
      return safeUrlList(text);
    case "srcset":
      return safeSrcset(text);
    case "references":
      return isLocalReference(text) ? text : "";
    case "animated":
      // What an animation writes there is not checked again.
      if (["text", "true-false", "class", "references"].includes(attributeKind(text.trim()))) return text;
      return refuse(tag, rule, "the name of a link, a handler or the like");
    case "style":
    case "srcdoc":
    case "handler":
      return refuse(tag, rule, given);
    default:
      return text;
  }
}

const reasons: Readonly<Partial<Record<AttributeRule["kind"], { readonly reason: string; readonly instead: string }>>> =
  {
    handler: {
      reason: "a handler runs whatever it contains",
      instead:
        "Listen in a script file, use a jolt attribute, or pass rawScript(code) if the code is a constant of yours.",
    },
    srcdoc: {
      reason: "its value is parsed as a document",
      instead: "Give HTML, a node or raw(html); or serve the document and use src.",
    },
    animated: {
      reason: "an animated link or handler is checked by nobody",
      instead: "Animate another attribute, or set this one in a script file.",
    },
  };

/** Refuses what an attribute was given. @throws WATT_CONDUIT_ATTRIBUTE_FORBIDDEN and its kin, always */
export function refuse(tag: string, { kind, name }: AttributeRule, given: string): never {
  if (kind === "style") throw conduitError("WATT_CONDUIT_STYLE_VALUE", { tag, kind: given });
  const why = reasons[kind];
  if (why === undefined) throw conduitError("WATT_CONDUIT_ATTRIBUTE_VALUE", { tag, name, kind: given });
  throw conduitError("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN", { tag, name, kind: given, ...why });
}
