import type { AttributeValue, Child } from "../api.ts";
import type { TrustedCss } from "../escape/trusted-css.ts";
import type { TrustedScript } from "../escape/trusted-script.ts";
import type { ClassValue, Nonce, Reference, SourceSet, StyleValue, Url } from "../html/attribute-values.ts";
import type { RawTextChild } from "../html/builder.ts";
import type { GlobalAttributes } from "../html/global-attributes.ts";

/**
 * What a hole of a template may be given, whatever stands around it: a child, the value of an attribute, or a record of
 * attributes. Which of them fits a hole is checked when it is written.
 */
export type TemplateValue =
  | Child
  | AttributeValue
  | ClassValue
  | StyleValue
  | Url
  | SourceSet
  | Reference
  | Nonce
  | RawTextChild<TrustedCss | TrustedScript>
  | GlobalAttributes;
