import * as c from "../../src/index.ts";
import * as m from "../../src/mathml/index.ts";
import * as s from "../../src/svg/index.ts";
import type { AttributePlace, Template } from "./template.ts";

type AnyBuilder = (...args: readonly unknown[]) => c.HtmlNode;
const builders = { html: c, svg: s, math: m } as unknown as Readonly<Record<string, Record<string, AnyBuilder>>>;

/** A document that holds the template with the values in its places. */
export function page(template: Template, values: readonly string[]): c.Html {
  return c.document(
    c.html_({ lang: "en" }, c.head(c.meta({ charset: "utf-8" }), c.title(values[0])), c.body(build(template, values))),
  );
}

function build(template: Template, values: readonly string[]): c.Child {
  if ("context" in template) return child(template.context, values[template.slot]!) as c.Child;
  const { tag, space, attributes, children, inner } = template;
  const given: Record<string, unknown> = {};
  for (const place of attributes) {
    const value = values[place.slot]!;
    const name = nameOf(place, value);
    if (name !== undefined) given[name] = attribute(place.context, value);
  }
  if (inner !== undefined) given["srcdoc"] = page(inner, values);
  const built = children.map((child) => build(child, values));
  const builder = builders[space]![tag]!;
  if (tag !== "meta") return builder(given, ...built);
  // Attributes in front and behind: their order must not matter.
  const [content] = built;
  return builder({ content, ...given, "HTTP-equiv": "Refresh" });
}

/** The name of an attribute, which may be the value; `undefined` when it is not one. */
export function nameOf({ context, name }: AttributePlace, value: string): string | undefined {
  if (context !== "name") return name;
  return /^[a-zA-Z0-9_:.-]*$/.test(value) ? name + value : undefined;
}

function attribute(context: string, value: string): unknown {
  switch (context) {
    case "handler":
      return c.rawScript(value);
    case "candidates":
      return [{ url: value, width: 7 }, { url: "/end" }];
    case "classes":
      return ["a", [{ [value]: true }]];
    case "style":
      return { "--a": value, color: value, "--b": "end" };
    default:
      return value;
  }
}

function child(context: string, value: string): unknown {
  switch (context) {
    case "code":
      return c.rawScript(leaves(value) ? "0" : value);
    case "rules":
      return c.rawCss(leaves(value) ? "a{}" : value);
    case "json":
      return c.json(data(value));
    default:
      return value;
  }
}

/** Trusted text that would leave its element is refused; a table says so. */
export const leaves = (value: string): boolean => /<\/(script|style)|<!--/i.test(value);

// Why a letter before the key: V8 13.6 reads a key of one character that is spelled with an escape as another one.
export const data = (value: string): Readonly<Record<string, string | object>> => ({
  text: value,
  list: [value, 1, null, true],
  [`key ${value}`]: { value },
});
