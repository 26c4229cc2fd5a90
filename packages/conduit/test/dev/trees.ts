import fc from "fast-check";
import { htmlTags, mathmlTags, svgTags } from "../../src/dev/standards.ts";
import * as h from "../../src/index.ts";
import * as m from "../../src/mathml/index.ts";
import * as s from "../../src/svg/index.ts";

// Trees of every element, and the builders that make them.

export type Space = "html" | "svg" | "mathml";

export interface Element {
  readonly space: Space;
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Tree[];
}

export type Tree = Element | string;

export const isElement = (tree: Tree | undefined): tree is Element => typeof tree === "object";

type AnyBuilder = (...args: readonly unknown[]) => h.HtmlNode;
const builders = { html: h, svg: s, mathml: m } as unknown as Record<Space, Record<string, AnyBuilder>>;
const tags: Record<Space, readonly string[]> = { html: [...htmlTags], svg: [...svgTags], mathml: [...mathmlTags] };

/** What the builders of its tags make of a tree. */
export function build(tree: Tree): h.Html | string {
  if (!isElement(tree)) return tree;
  const name = tree.tag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const builder = builders[tree.space][`${name}_`] ?? builders[tree.space][name];
  return builder!(tree.attributes, ...tree.children.map(build));
}

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const EMPTY = new Set("script style iframe".split(" "));
const TEXT = new Set("title textarea".split(" "));

function takesElements({ space, tag }: Element): boolean {
  return space === "html" ? !VOID.has(tag) && !EMPTY.has(tag) && !TEXT.has(tag) : !EMPTY.has(tag);
}

function takesText({ space, tag }: Element): boolean {
  return takesElements({ space, tag } as Element) || (space === "html" && TEXT.has(tag));
}

// What usually stands in an element: otherwise few trees would be right, and none would be deep.
const USUAL: Readonly<Record<string, string>> = {
  table: "caption colgroup thead tbody tfoot template input script",
  thead: "tr template",
  tbody: "tr tr script input",
  tfoot: "tr",
  tr: "td th td th template",
  colgroup: "col template",
  select: "option optgroup hr option",
  optgroup: "option",
  ul: "li",
  ol: "li",
  li: "ul p span a",
  dl: "dt dd div",
  dd: "dl p div",
  ruby: "rt rp span p",
  head: "title meta link style script template noscript base",
  noscript: "link meta style p noscript",
  html: "head body",
  p: "a b span button svg object ruby select math",
  form: "input button select table p div template",
  template: "td tr tbody caption col div p form template table style",
  svg: "g a circle foreignObject title desc style svg text",
  g: "g a circle foreignObject title svg",
  foreignObject: "div p a form table svg li button option",
  desc: "b p svg",
  math: "mrow mi mo mtext annotation-xml semantics",
  mrow: "mi mo mtext mfrac annotation-xml",
  mi: "b svg math span a",
  mtext: "p div svg",
  "annotation-xml": "svg math mi div",
};
const PLAIN =
  "div p a b span ul li table form button h1 h2 section select svg math template object dl dd ruby i em noscript".split(
    " ",
  );

interface Step {
  readonly back: number;
  readonly usual: number;
  readonly pick: number;
  readonly text: string | undefined;
}

const step: fc.Arbitrary<Step> = fc.record({
  back: fc.nat({ max: 3 }),
  usual: fc.nat({ max: 9 }),
  pick: fc.nat({ max: 9999 }),
  text: fc.option(fc.constantFrom("x", " ", "\n", " y "), { freq: 5, nil: undefined }),
});

const ROOTS = "div html table template p svg math ul select tr td tbody colgroup form dl button ruby".split(" ");

/** Trees of all elements: each step puts one below one of those that were put last. */
export const trees: fc.Arbitrary<Element> = fc
  .record({ root: fc.constantFrom(...ROOTS), steps: fc.array(step, { minLength: 1, maxLength: 24 }) })
  .map(({ root, steps }) => {
    const first = make(root);
    const open = [first];
    for (const step of steps) {
      const parent = open[Math.max(0, open.length - 1 - step.back)]!;
      if (step.text !== undefined) {
        // White space in <html> is moved or dropped, which nobody sees.
        if (takesText(parent) && (parent.tag !== "html" || step.text.trim() !== "")) parent.children.push(step.text);
        continue;
      }
      if (!takesElements(parent)) continue;
      const child = choose(parent, step);
      parent.children.push(child);
      open.push(child);
    }
    return first;
  });

function choose(parent: Element, { usual, pick }: Step): Element {
  const known = USUAL[parent.tag]?.split(" ") ?? (parent.space === "html" ? PLAIN : tags[parent.space]);
  const list = usual < 7 ? known : usual < 9 ? PLAIN : (Object.values(tags)[pick % 3] as readonly string[]);
  const tag = list[pick % list.length]!;
  const space = parent.space !== "html" && tags[parent.space].includes(tag) ? parent.space : undefined;
  return make(tag, pick, space);
}

/** An element of the first namespace that has its tag, unless another is wanted. */
function make(tag: string, pick = 0, wanted?: Space): Element {
  const space = wanted ?? (Object.keys(tags) as Space[]).find((one) => tags[one].includes(tag))!;
  const attributes: Record<string, string> = {};
  if (tag === "input" && pick % 2 === 0) attributes["type"] = pick % 4 === 0 ? "hidden" : "HIDDEN";
  if (tag === "annotation-xml" && pick % 2 === 0) attributes["encoding"] = pick % 4 === 0 ? "text/html" : "text/plain";
  return { space, tag, attributes, children: [] };
}

/** Every element of a tree, with its ancestors, the innermost first. */
export function* withAncestors(tree: Tree, above: readonly Element[] = []): Generator<[Element, readonly Element[]]> {
  if (!isElement(tree)) return;
  yield [tree, above];
  for (const child of tree.children) yield* withAncestors(child, [tree, ...above]);
}
