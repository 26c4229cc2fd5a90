import { createRequire } from "node:module";
import { aria } from "aria-query";
import { svgElementAttributes } from "svg-element-attributes";
import { handlersOf, Interfaces } from "./idl.ts";
import { html as htmlValues, type Kind, mathml as mathmlValues, REFERENCES } from "./values.ts";

/** How an element's content is parsed. Names as in conduit's content kinds. */
export type Content = "normal" | "preformatted" | "textOnly" | "textArea" | "rawText" | "void";

export interface ElementData {
  readonly tag: string;
  readonly content: Content;
  readonly attributes: Attributes;
}

/** Kinds by name, in the order of names. */
export type Attributes = ReadonlyMap<string, Kind>;

/** Elements of one namespace, and the attributes of them all. */
export interface Namespace {
  readonly name: "html" | "svg" | "mathml";
  readonly globals: Attributes;
  readonly elements: readonly ElementData[];
}

interface Listed {
  readonly name: string;
  readonly interface?: string;
  readonly obsolete?: boolean;
}

const require = createRequire(import.meta.url);
const listed = (standard: string): Listed[] =>
  (require(`@webref/elements/${standard}.json`) as { elements: Listed[] }).elements.filter(({ obsolete }) => !obsolete);

// https://html.spec.whatwg.org/#elements-2, and where parsers drop a line end after the opening tag, or read no markup.
const VOID = "area base br col embed hr img input link meta source track wbr".split(" ");
const CONTENT: Readonly<Record<string, Content>> = {
  iframe: "rawText",
  pre: "preformatted",
  script: "rawText",
  style: "rawText",
  textarea: "textArea",
  title: "textOnly",
  ...Object.fromEntries(VOID.map((tag) => [tag, "void" as const])),
};

// Written by their own types: see global-attributes.ts.
const TYPED_BY_HAND = /^(aria-|data-)|^(class|style|hidden|popover|contenteditable|role)$/;

/** HTML: what the standard's interfaces reflect, and what it says in words. */
export function html(): Namespace {
  const interfaces = new Interfaces("html");
  const globals = sorted([...interfaces.reflectedBy("HTMLElement"), ...given(htmlValues["*"])]);
  const elements = listed("html").map(({ name: tag, interface: owner = "HTMLElement" }) => {
    const reflected = interfaces.reflectedBy(owner, "HTMLElement");
    const handlers = tag === "body" ? named("Handler", handlersOf("WindowEventHandlers", ["html"])) : [];
    const all = sorted([...reflected, ...given(htmlValues[tag]), ...handlers]);
    return { tag, content: CONTENT[tag] ?? "normal", attributes: without(all, globals) };
  });
  return { name: "html", globals, elements: byTag(elements) };
}

/** SVG: its elements by the standards that define them, and the attributes that those list. */
export function svg(): Namespace {
  const listedFor = (tag: string): Attributes =>
    sorted(
      (svgElementAttributes[tag] ?? [])
        .filter((name) => !name.startsWith("on"))
        .map((name) => ({ name, kind: svgKind(name) })),
    );
  const globals = listedFor("*");
  const tags = ["SVG2", "svg-animations", "filter-effects-1", "css-masking-1"].flatMap(listed).map(({ name }) => name);
  const elements = [...new Set(tags)].map((tag) => {
    const content = tag === "script" || tag === "style" ? "rawText" : "normal";
    return { tag, content, attributes: without(listedFor(tag), globals) } as const;
  });
  return { name: "svg", globals, elements: byTag(elements) };
}

function svgKind(name: string): Kind {
  if (/(^|:)href$/.test(name)) return "Url";
  if (name === "ping") return "UrlList";
  return REFERENCES.has(name) ? "Reference" : "Text";
}

/** MathML Core. */
export function mathml(): Namespace {
  const globals = sorted(given(mathmlValues["*"]));
  const elements = listed("mathml-core").map(({ name: tag }) => {
    return { tag, content: "normal", attributes: sorted(given(mathmlValues[tag])) } as const;
  });
  return { name: "mathml", globals, elements: byTag(elements) };
}

/** What WAI-ARIA defines. Tokens that are `true` or `false` may be given as booleans. */
export function ariaAttributes(): Attributes {
  const kinds = [...aria.entries()].map(([name, { type, values }]) => {
    const tokens = (values ?? []).map(String);
    const kind: Kind =
      type === "boolean"
        ? "TrueFalse"
        : type === "tristate"
          ? ["true", "false", "mixed"]
          : type === "token"
            ? tokens
            : "Text";
    return { name: name as string, kind };
  });
  return sorted(kinds);
}

/** Handlers that every element has. */
export function handlers(): Attributes {
  const standards = ["html", "css-animations", "css-transitions", "pointerevents", "selection-api", "touch-events"];
  return sorted(named("Handler", handlersOf("GlobalEventHandlers", standards)));
}

interface Named {
  readonly name: string;
  readonly kind: Kind;
}

const named = (kind: Kind, names: readonly string[]): Named[] => names.map((name) => ({ name, kind }));

const given = (kinds: Readonly<Record<string, Kind>> = {}): Named[] =>
  Object.entries(kinds).map(([name, kind]) => ({ name, kind }));

// What comes later wins: words over data.
function sorted(all: readonly Named[]): Attributes {
  const kinds = new Map(
    all
      .filter(({ name }) => !TYPED_BY_HAND.test(name) || name.startsWith("aria-"))
      .map(({ name, kind }) => [name, kind]),
  );
  return new Map([...kinds].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const without = (all: Attributes, others: Attributes): Attributes =>
  new Map([...all].filter(([name]) => !others.has(name)));
const byTag = (elements: readonly ElementData[]): ElementData[] =>
  elements.toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
