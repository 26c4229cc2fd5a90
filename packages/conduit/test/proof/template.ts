import fc from "fast-check";

/** What stands at a place of a template. `slot` says which of the values. */
export interface Place {
  readonly context: string;
  readonly slot: number;
}

export interface AttributePlace extends Place {
  readonly name: string;
}

/** A template: elements, and places for values. Each is one that the HTML parser keeps as it is nested. */
export type Template =
  | Place
  | {
      readonly tag: string;
      readonly space: "html" | "svg" | "math";
      readonly attributes: readonly AttributePlace[];
      readonly children: readonly Template[];
      /** The document inside of an `iframe`. */
      readonly inner?: Template;
    };

export const SLOTS = 8;

const slot = fc.nat({ max: SLOTS - 1 });
const place = (context: string): fc.Arbitrary<Place> => fc.record({ context: fc.constant(context), slot });

const contexts: Readonly<Record<string, readonly string[]>> = {
  text: ["title", "data-a", "aria-label", "lang", "id", "placeholder"],
  url: ["href", "src", "action", "formaction", "poster", "cite", "data", "background", "xlink:href"],
  urls: ["ping"],
  srcset: ["srcset"],
  candidates: ["imagesrcset"],
  handler: ["onclick", "onload"],
  style: ["style"],
  classes: ["class"],
  reference: ["fill", "values"],
  name: ["data-name-"],
};
const named = Object.entries(contexts).flatMap(([context, names]) => names.map((name) => ({ context, name })));

const attributes: fc.Arbitrary<readonly AttributePlace[]> = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...named), slot).map(([one, slot]) => ({ ...one, slot })),
  { maxLength: 3, selector: ({ name }) => name },
);

type Space = "html" | "svg" | "math";

function element(
  tags: readonly string[],
  children: fc.Arbitrary<readonly Template[]>,
  space: Space = "html",
): fc.Arbitrary<Template> {
  return fc.record({ tag: fc.constantFrom(...tags), space: fc.constant(space), attributes, children });
}

const none = fc.constant([]);
const only = (context: string): fc.Arbitrary<readonly Template[]> => fc.array(place(context), { maxLength: 2 });
const one = (child: fc.Arbitrary<Template>): fc.Arbitrary<readonly Template[]> => child.map((child) => [child]);
const inside = (tag: string, child: fc.Arbitrary<Template>, space: Space = "html"): fc.Arbitrary<Template> =>
  element([tag], one(child), space);

/** Elements that hold places only. */
const leaf: fc.Arbitrary<Template> = fc.oneof(
  place("text"),
  element(["img", "input", "br", "hr", "embed", "link"], none),
  element(["a", "p", "button", "option", "q", "video", "object", "h1", "noscript"], only("text")),
  element(["title", "textarea", "pre"], only("text")),
  element(["script"], fc.oneof(one(place("code")), one(place("json")))),
  element(["style"], one(place("rules"))),
  element(["meta"], one(place("refresh"))),
  inside("select", element(["option"], only("text"))),
);

export const template: fc.Arbitrary<Template> = fc.letrec<{
  flow: Template;
  flows: readonly Template[];
  svg: Template;
}>((tie) => ({
  flow: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    element(["div", "section", "span", "em", "b", "blockquote", "details", "template", "fieldset"], tie("flows")),
    inside("ul", element(["li"], tie("flows"))),
    inside("table", inside("tbody", inside("tr", element(["td", "th"], tie("flows"))))),
    inside("svg", tie("svg"), "svg"),
    inside("math", element(["mi", "mtext", "mo"], only("text"), "math"), "math"),
    fc.record({
      tag: fc.constant("iframe"),
      space: fc.constant("html"),
      attributes: fc.constant([]),
      children: none,
      inner: tie("flow"),
    }),
  ),
  flows: fc.array(tie("flow"), { maxLength: 3 }),
  svg: fc.oneof(
    { depthSize: "small" },
    element(["path", "use", "image"], none, "svg"),
    element(["title", "desc", "text", "a"], only("text"), "svg"),
    element(["script"], one(place("code")), "svg"),
    element(["style"], one(place("rules")), "svg"),
    element(["g"], fc.array(tie("svg"), { maxLength: 3 }), "svg"),
    element(["foreignObject"], tie("flows"), "svg"),
  ),
})).flow;
