import { createErrors, type ErrorFactory, type ErrorSpec } from "@watt/electron";
import { inspector } from "./html/inspector.ts";

/** Codes of the errors that only templates throw. */
type TemplateErrorCode =
  | "WATT_CONDUIT_TEMPLATE_HOLE"
  | "WATT_CONDUIT_TEMPLATE_MARKUP"
  | "WATT_CONDUIT_TEMPLATE_SPREAD"
  | "WATT_CONDUIT_TEMPLATE_STRINGS"
  | "WATT_CONDUIT_TEMPLATE_TWICE";

/** Codes of the errors that conduit throws. */
export type ConduitErrorCode =
  | TemplateErrorCode
  | "WATT_CONDUIT_ATTRIBUTE_FORBIDDEN"
  | "WATT_CONDUIT_ATTRIBUTE_NAME"
  | "WATT_CONDUIT_ATTRIBUTE_VALUE"
  | "WATT_CONDUIT_CHILD"
  | "WATT_CONDUIT_CHILD_RAW_TEXT"
  | "WATT_CONDUIT_CHILD_TEXT_ONLY"
  | "WATT_CONDUIT_CHILD_VOID"
  | "WATT_CONDUIT_JSON"
  | "WATT_CONDUIT_CONTEXT"
  | "WATT_CONDUIT_CSS"
  | "WATT_CONDUIT_FRAGMENT"
  | "WATT_CONDUIT_NODE_EXPIRED"
  | "WATT_CONDUIT_NONCE"
  | "WATT_CONDUIT_NONCE_KEPT"
  | "WATT_CONDUIT_NOT_HTML"
  | "WATT_CONDUIT_RAW_TEXT"
  | "WATT_CONDUIT_PENDING"
  | "WATT_CONDUIT_REENTERED"
  | "WATT_CONDUIT_STYLE_NAME"
  | "WATT_CONDUIT_STYLE_VALUE"
  | "WATT_CONDUIT_TOO_DEEP"
  | "WATT_CONDUIT_TOO_LARGE";

type CommonErrorCode = Exclude<ConduitErrorCode, TemplateErrorCode>;

const commonErrors: Readonly<Record<CommonErrorCode, ErrorSpec>> = {
  WATT_CONDUIT_ATTRIBUTE_FORBIDDEN: {
    message: "The attribute {name} of <{tag}> was given {kind}: {reason}.",
    remedy: "{instead}",
  },
  WATT_CONDUIT_ATTRIBUTE_NAME: {
    message: "<{tag}> was given an attribute named {name}, which is not a name HTML allows.",
    remedy: "Use letters, digits and - _ : . after a first letter. Did untrusted data become an attributes object?",
  },
  WATT_CONDUIT_ATTRIBUTE_VALUE: {
    message: "The attribute {name} of <{tag}> was given {kind}.",
    remedy: "Give a string, number, bigint, boolean, null or undefined, or what the type of this attribute lists.",
  },
  WATT_CONDUIT_CHILD: {
    message: "<{tag}> was given {kind} as a child.",
    remedy: "Give a node, raw(html), a string, a number, or an array of these; await promises before.",
  },
  WATT_CONDUIT_CHILD_RAW_TEXT: {
    message: "<{tag}> was given {kind} as a child, and text in <{tag}> cannot be escaped.",
    remedy:
      "Link a file with an attribute; pass rawScript(code) or rawCss(rules) if it is a constant of yours, json(value) for data.",
  },
  WATT_CONDUIT_CHILD_TEXT_ONLY: {
    message: "<{tag}> was given {kind} as a child, and browsers show markup in <{tag}> as text.",
    remedy: "Give strings and numbers only.",
  },
  WATT_CONDUIT_CHILD_VOID: {
    message: "<{tag}> was given a child, and it is a void element.",
    remedy: "Put the child beside it.",
  },
  WATT_CONDUIT_JSON: {
    message: "json was given {kind} at {path}, which JSON cannot hold.",
    remedy:
      "Give plain objects, arrays, strings, finite numbers, booleans and null: date.toISOString(), String(bigint).",
  },
  WATT_CONDUIT_CONTEXT: {
    message: "A context without a value of its own was asked for one outside of any provide().",
    remedy: "Call the component inside of context.provide(value, () => …), or make the context with a value.",
  },
  WATT_CONDUIT_CSS: {
    message: "A css block holds {fault}.",
    remedy: "Give whole rules, and as values numbers, other blocks or rawCss(text).",
  },
  WATT_CONDUIT_FRAGMENT: {
    message: "The view has no fragment {id}, and the render was to write nothing else.",
    remedy: "Call the fragment in the view, or render it by itself.",
  },
  WATT_CONDUIT_NODE_EXPIRED: {
    message: "A node of a finished render was used again.",
    remedy: "Make the node inside this render, or wrap it in keep() inside the first one.",
  },
  WATT_CONDUIT_NONCE: {
    message: "The nonce of a render is not one that a content security policy takes.",
    remedy: "Give base64 of at least 16 random bytes, new for each response.",
  },
  WATT_CONDUIT_NONCE_KEPT: {
    message: "keep() was given an element with cspNonce, and each response has a nonce of its own.",
    remedy: "Build that element in each render; keep() what is inside of it.",
  },
  WATT_CONDUIT_NOT_HTML: {
    message: "{where} returned {kind} instead of HTML.",
    remedy: "Return a node or raw(html); await promises before rendering.",
  },
  WATT_CONDUIT_RAW_TEXT: {
    message: "The text of <{tag}> contains {found}, after which browsers read markup or the rest of the page.",
    remedy: 'Spell it another way: "\\x3C/script" and "\\x3C!--" in scripts, "\\3C/style" in styles.',
  },
  WATT_CONDUIT_PENDING: {
    message: "A promise among the children has not settled, and this render does not wait.",
    remedy: "Make the view async, await renderToBytes(async () => …), or await the promise before.",
  },
  WATT_CONDUIT_REENTERED: {
    message: "A builder was called while <{tag}> was being built, from a getter or a proxy in its attributes.",
    remedy: "Build the node first and pass it as a child.",
  },
  WATT_CONDUIT_STYLE_NAME: {
    message: "The style of <{tag}> has a property named {name}, which is not a name CSS allows.",
    remedy: 'Use names as CSS writes them: "font-size" or "--accent". Did untrusted data become declarations?',
  },
  WATT_CONDUIT_STYLE_VALUE: {
    message: "The style of <{tag}> was given {kind}.",
    remedy: 'Give declarations, { "font-size": "2em" }: each value is checked by itself.',
  },
  WATT_CONDUIT_TOO_DEEP: {
    message: "The tree is deeper than {limit} nodes.",
    remedy: "Look for a component that contains itself.",
  },
  WATT_CONDUIT_TOO_LARGE: {
    message: "One render needs {bytes} bytes of working memory; {limit} is the limit.",
    remedy: "Render less at once (a page of a list), or keep() parts of it.",
  },
};

// A table of its own, which bundles without templates leave out.
const templateErrors: Readonly<Record<TemplateErrorCode, ErrorSpec>> = {
  WATT_CONDUIT_TEMPLATE_HOLE: {
    message: "An html template has a hole {where}, at line {line}, column {column}.",
    remedy: "{instead}{excerpt}",
  },
  WATT_CONDUIT_TEMPLATE_MARKUP: {
    message: "An html template is not complete HTML at line {line}, column {column}: {problem}.",
    remedy: "{instead}{excerpt}",
  },
  WATT_CONDUIT_TEMPLATE_SPREAD: {
    message: "The tag <{tag}> was given {kind} in place of attributes.",
    remedy: "Give a record, ${{ name: value }}, or null; for one attribute write name=${value}.",
  },
  WATT_CONDUIT_TEMPLATE_STRINGS: {
    message: "html was called with {kind}, and not as the tag of a template.",
    remedy: "Write html`<p>${text}</p>`. What is HTML already is a hole: ${raw(trusted)}.",
  },
  WATT_CONDUIT_TEMPLATE_TWICE: {
    message: "The tag <{tag}> has the attribute {name}, and the record in it has it, too.",
    remedy: "Take it out of one of them: browsers use the first and drop the second.",
  },
};

/** Conduit's error table. */
export const conduitErrors: Readonly<Record<ConduitErrorCode, ErrorSpec>> = /* @__PURE__ */ Object.assign(
  {},
  commonErrors,
  templateErrors,
);

/** Makes one of conduit's errors. */
export const conduitError: ErrorFactory<CommonErrorCode> = inspected(createErrors(commonErrors));

/** Makes one of the errors that only templates throw. */
export const templateError: ErrorFactory<TemplateErrorCode> = /* @__PURE__ */ inspected(
  /* @__PURE__ */ createErrors(templateErrors),
);

function inspected<Code extends string>(make: ErrorFactory<Code>): ErrorFactory<Code> {
  return (code, details, options) => {
    const error = make(code, details, options);
    inspector.error?.(error);
    return error;
  };
}

/** How a value is called in messages: never its content, which may be a person's data. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") {
    const name = (value as { constructor?: { name?: unknown } }).constructor?.name;
    return typeof name === "string" && name !== "Object" ? `an object of class ${name}` : "a plain object";
  }
  return `a ${typeof value}`;
}
