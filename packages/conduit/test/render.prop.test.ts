import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import * as c from "../src/index.ts";
import { tape } from "../src/tape/tape.ts";
import { type Element, type Tree, writeTree } from "./oracle/html.ts";

const runs = process.env["WATT_FULL"] === "1" ? 20_000 : 500;

const text = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom("&", "<", ">", '"', "'", "\r", "\0", "é", "\ud800", "🎉", "a"), maxLength: 80 }),
);
const url = fc.oneof(
  fc.webUrl(),
  text,
  fc.string({ unit: fc.constantFrom("javascript:", "https:", "\t", " ", "/", ":", "a", "?", "\0"), maxLength: 6 }),
);
const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const attributes = fc.record(
  { id: value, title: value, "data-x": value, "aria-label": value, href: url, src: url },
  { requiredKeys: [] },
);

const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; element: Element }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    fc.integer(),
    fc.constantFrom(null, true, false),
    fc.array(tie("tree"), { maxLength: 4 }),
    tie("element"),
  ),
  element: fc.oneof(
    fc.record({
      tag: fc.constantFrom("div", "p", "a", "section"),
      attributes,
      children: fc.array(tie("tree"), { maxLength: 4 }),
    }),
    fc.record({ tag: fc.constantFrom("br", "img", "input"), attributes, children: fc.constant([]) }),
  ),
})).element;

type AnyBuilder = (...args: readonly unknown[]) => c.HtmlNode;

function build(tree: Tree): c.Child {
  if (tree === null || typeof tree !== "object") return tree;
  if (isList(tree)) return tree.map(build);
  const builder = c[tree.tag as "div"] as AnyBuilder;
  // The attributes object is left out where it may be, so that both ways of calling are covered.
  const first = Object.keys(tree.attributes).length > 0 ? [tree.attributes] : [];
  return builder(...first, ...tree.children.map(build));
}

function isList(tree: readonly Tree[] | Element): tree is readonly Tree[] {
  return Array.isArray(tree);
}

afterAll(() => tape.useExecutor(undefined));

describe.each(["wasm", "scalar"] as const)("%s", (executor) => {
  test("any tree is written as the oracle writes it", () => {
    tape.useExecutor(executor);
    fc.assert(
      fc.property(tree, (tree) => {
        const expected = new TextEncoder().encode(writeTree(tree));
        expect(c.renderToBytes(() => build(tree) as c.Html)).toEqual(expected);
      }),
      { numRuns: runs, seed: Number(process.env["WATT_SEED"] ?? 1) },
    );
    expect(tape.layout.walker.executor).toBe(executor);
  });
});
