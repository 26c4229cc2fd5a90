import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import * as c from "../../src/index.ts";
import { html } from "../../src/index.ts";
import * as s from "../../src/svg/index.ts";
import { tape } from "../../src/tape/tape.ts";
import { escape } from "../oracle/html.ts";
import { templateOf } from "./template-of.ts";

// Trees are written twice: by builders, and as templates of which any part is static or a hole.

const runs = process.env["WATT_FULL"] === "1" ? 20_000 : 500;

type Tree = string | number | null | boolean | readonly Tree[] | Element | { readonly trusted: string };
interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly Tree[];
}

const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom("&", "<", ">", '"', "'", "\r", "\n", "\0", "é", "\ud83c", "\udf89", "a", ";", "#", "="),
    maxLength: 12,
  }),
  fc.constantFrom("", "\n", "\nx", "&amp", "lt;", "a".repeat(300)),
);
const url = fc.oneof(
  fc.webUrl(),
  text,
  fc.string({ unit: fc.constantFrom("javascript:", "https:", "\t", " ", "/", ":", "a", "?"), maxLength: 6 }),
);
const value = fc.oneof(text, fc.integer(), fc.bigInt(), fc.boolean(), fc.constant(null));
const classes = fc.oneof(
  text,
  fc.array(fc.oneof(text, fc.record({ a: fc.boolean(), b: fc.boolean() })), { maxLength: 3 }),
  fc.constant(null),
);
const css = fc.oneof(
  fc.constantFrom("red", "1px", "", "red;x", "url(x)", "calc(1px + 2px)", '"a;b"', "a!important", "(", "*/"),
  text,
  fc.integer(),
  fc.constant(null),
);
const style = fc.record({ color: css, "--x": css, width: css, margin: fc.constant("0 auto") });
const attributes = fc.record(
  {
    id: value,
    title: value,
    "data-x": value,
    "aria-label": value,
    href: url,
    src: url,
    class: classes,
    style,
    hidden: fc.boolean(),
    draggable: fc.boolean(),
  },
  { requiredKeys: [] },
);

const { element } = fc.letrec<{ tree: Tree; svg: Element; element: Element }>((tie) => {
  const children = fc.array(tie("tree"), { maxLength: 4 });
  const of = (tags: readonly string[], children: fc.Arbitrary<readonly Tree[]>): fc.Arbitrary<Element> =>
    fc.record({ tag: fc.constantFrom(...tags), attributes, children });
  const textual = fc.array(fc.oneof(text, fc.integer(), fc.constantFrom(null, true, false)), { maxLength: 4 });
  const trusted = fc.record({ trusted: fc.constantFrom("<i>x</i>", "", "1 > 0") });
  return {
    tree: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      text,
      fc.integer(),
      fc.constantFrom(null, true, false),
      children,
      trusted,
      tie("element"),
    ),
    svg: fc.oneof(
      { depthSize: "small" },
      of(["path"], fc.constant([])),
      of(["g", "linearGradient"], fc.array(tie("svg"), { maxLength: 3 })),
      of(["title"], children),
    ),
    element: fc.oneof(
      of(["div", "p", "a", "section"], children),
      of(["pre"], children),
      of(["title", "textarea"], textual),
      of(["script", "style"], fc.array(fc.oneof(trusted, fc.constant(null)), { maxLength: 3 })),
      of(["br", "img", "input"], fc.constant([])),
      of(["svg"], fc.array(tie("svg"), { maxLength: 3 })),
    ),
  };
});

type AnyBuilder = (...args: readonly unknown[]) => c.HtmlNode;
type Names = Readonly<Record<string, AnyBuilder>>;

const isList = (tree: Tree): tree is readonly Tree[] => Array.isArray(tree);
const insideOf = (tag: string, inSvg: boolean): boolean => (inSvg ? tag !== "title" : tag === "svg");

function build(tree: Tree, inSvg = false): c.Child {
  if (tree === null || typeof tree !== "object") return tree;
  if (isList(tree)) return tree.map((child) => build(child, inSvg));
  if ("trusted" in tree) return c.raw(tree.trusted);
  const builders = (inSvg || tree.tag === "svg" ? s : c) as unknown as Names;
  const inside = insideOf(tree.tag, inSvg);
  return builders[tree.tag]!(tree.attributes, ...tree.children.map((child) => build(child, inside)));
}

/** Prints trees as strings and values. What is static and what is a hole is taken from `choices`, in turn. */
class Printer {
  readonly strings: string[] = [""];
  readonly values: unknown[] = [];
  private readonly choices: readonly number[];
  private chosen = 0;

  constructor(choices: readonly number[]) {
    this.choices = choices;
  }

  choose(count: number): number {
    return this.choices[this.chosen++ % this.choices.length]! % count;
  }

  write(markup: string): void {
    this.strings.push(this.strings.pop()! + markup);
  }

  hole(value: unknown): void {
    this.values.push(value);
    this.strings.push("");
  }

  tree(tree: Tree, inSvg: boolean): void {
    const how = this.choose(3);
    if (how === 0) this.hole(build(tree, inSvg));
    else if (tree === null || typeof tree === "boolean") this.write("");
    else if (typeof tree !== "object") this.write(escape(String(tree)));
    else if (isList(tree)) for (const child of tree) this.tree(child, inSvg);
    else if ("trusted" in tree) this.hole(build(tree));
    else if (how === 1 || inSvg) this.element(tree, inSvg);
    else this.hole(templateFrom(tree, this.choices.slice(1).concat(this.choices[0]!)));
  }

  element({ tag, attributes, children }: Element, inSvg: boolean): void {
    this.write(`<${tag}`);
    this.attributes(Object.entries(attributes));
    const inside = insideOf(tag, inSvg);
    const isForeign = inSvg || tag === "svg";
    if (["br", "img", "input"].includes(tag)) return this.write(">");
    if (isForeign && tag === "path" && this.choose(2) === 0) return this.write("></path>");
    this.write(">");
    // What a static first line end means is the author's; builders double it.
    const drops = !isForeign && ["pre", "textarea"].includes(tag);
    for (const child of children) {
      if (drops) this.hole(build(child));
      else this.tree(child, inside);
    }
    this.write(`</${tag}>`);
  }

  attributes(entries: readonly (readonly [string, unknown])[]): void {
    const spread = this.choose(4) === 0 ? entries.slice(0, 1 + this.choose(3)) : [];
    if (spread.length > 0) {
      this.write(" ");
      this.hole(Object.fromEntries(spread));
    }
    for (const [name, value] of entries.slice(spread.length)) this.attribute(name, value);
  }

  attribute(name: string, value: unknown): void {
    const how = this.choose(5);
    const quote = this.choose(2) === 0 ? '"' : "'";
    const builder = c.img as unknown as AnyBuilder;
    if (how === 0) this.write(c.renderToString(builder({ [name]: value })).slice("<img".length, -1));
    else if (how === 1 || (typeof value !== "string" && name !== "style")) {
      this.write(`${["\n ", " "][this.choose(2)]}${name}=`);
      this.hole(value);
    } else if (how === 2) {
      this.write(` ${name} = ${quote}`);
      this.hole(value);
      this.write(quote);
    } else {
      this.write(` ${name}=${quote}`);
      if (typeof value === "string") this.parts(value);
      else this.declarations(value as Readonly<Record<string, unknown>>);
      this.write(quote);
    }
  }

  parts(value: string): void {
    const cut = this.choose(value.length + 1);
    const parts = [value.slice(0, cut), value.slice(cut)];
    const first = this.values.length;
    for (const part of parts) {
      if (this.choose(2) === 0) this.hole(part);
      else this.write(part.replace(/[&<>"'\r]/g, (special) => escape(special)));
    }
    // Without a hole it would be the author's.
    if (this.values.length === first) this.hole("");
    if (this.choose(3) === 0) this.hole([null, undefined, false][this.choose(3)]);
  }

  declarations(declarations: Readonly<Record<string, unknown>>): void {
    Object.entries(declarations).forEach(([name, value], i) => {
      this.write(`${i === 0 ? "" : ";"}${name}:`);
      this.hole(value);
    });
  }
}

function templateFrom(tree: Element, choices: readonly number[]): c.HtmlNode {
  const printer = new Printer(choices);
  printer.element(tree, false);
  return html(templateOf(printer.strings), ...(printer.values as readonly c.TemplateValue[]));
}

afterAll(() => tape.useExecutor(undefined));

describe.each(["wasm", "scalar"] as const)("%s", (executor) => {
  test("any tree is written alike by builders and by templates", () => {
    tape.useExecutor(executor);
    fc.assert(
      fc.property(element, fc.array(fc.nat(997), { minLength: 1, maxLength: 40 }), (tree, choices) => {
        const expected = c.renderToBytes(() => build(tree) as c.Html);
        expect(c.renderToBytes(() => templateFrom(tree, choices))).toEqual(expected);
      }),
      { numRuns: runs, seed: Number(process.env["WATT_SEED"] ?? 1) },
    );
    expect(tape.layout.walker.executor).toBe(executor);
  });
});
