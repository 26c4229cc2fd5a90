import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";
import { expect, test } from "vitest";
import * as c from "../../src/index.ts";
import { html } from "../../src/index.ts";
import { parseTemplate } from "../../src/template/parse-template.ts";
import { sourceOf } from "../../src/template/place.ts";
import {
  ATTRIBUTE,
  CHILD,
  FOREIGN_TEXT,
  PART,
  RAW_PART,
  SPREAD,
  type Step,
  STYLE_PART,
} from "../../src/template/program.ts";
import { templateOf } from "./template-of.ts";

// Pieces of markup in any order. Either a template is refused by a coded error, or a real parser finds the value of each hole
// where the state machine said.

const runs = process.env["WATT_FULL"] === "1" ? 50_000 : 1_000;
const seed = Number(process.env["WATT_SEED"] ?? 1);

const HOLE = "\u0000";

// Elements whose place in the tree a parser never changes.
const tags = [
  "div",
  "span",
  "x-y",
  "section",
  "pre",
  "title",
  "textarea",
  "script",
  "style",
  "iframe",
  "svg",
  "g",
  "desc",
  "foreignObject",
  "math",
  "mi",
  "mrow",
  "annotation-xml",
];
const voids = ["br", "img", "input", "wbr"];
const names = [
  "id",
  "title",
  "class",
  "style",
  "href",
  "src",
  "data-x",
  "aria-label",
  "hidden",
  "encoding",
  "attributeName",
];

const noise = fc.oneof(
  { weight: 3, arbitrary: fc.constant(HOLE) },
  fc.constantFrom(
    "<",
    ">",
    "/",
    "=",
    '"',
    "'",
    "&",
    "&am",
    "&amp;",
    "p;",
    "&#3",
    "a",
    " ",
    "\n",
    "\t",
    "\r",
    "<!--",
    "-->",
    "--!>",
    "<!-",
    "<![CDATA[",
    "]]>",
    "<!doctype html>",
    "</",
    "/>",
    "url(",
    ")",
    ":",
    ";",
    "(",
    "/*",
    "*/",
    "{",
    "}",
    "\\",
    "`",
    "é",
    "\ud800",
    "\ufffd",
    "<?",
    "text/html",
    "x",
    "javascript:",
  ),
  fc
    .constantFrom(...tags, ...voids)
    .chain((tag) => fc.constantFrom(`<${tag}>`, `</${tag}>`, `<${tag}`, `</${tag}`, `<${tag} `, `<${tag}/>`, tag)),
  fc
    .constantFrom(...names)
    .chain((name) => fc.constantFrom(` ${name}=`, `${name}="`, ` ${name}`, `${name}='a`, `${name} = `)),
  fc.string({ maxLength: 4 }),
);
const noises = fc.array(noise, { maxLength: 30 }).map((parts) => parts.join(""));

// Templates that are mostly right.
const word = fc.constantFrom("a", "b c", "&amp;", "", "\n", " ", "x:y;", "/a?b=");
const css = fc.constantFrom("color: ", "a:b;c:", "width: 1px ", "d: calc(1px + ", "", ";", ")", "px;");
const declarations = fc
  .array(fc.constantFrom(`color: ${HOLE}`, "a:b", `width:${HOLE}px`, `m: calc(1px + ${HOLE}) ${HOLE}`, `--x:${HOLE}`), {
    maxLength: 3,
  })
  .map((all) => all.join(";"));
const some = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(fc.oneof(arbitrary, fc.constant(HOLE)), { maxLength: 4 }).map((parts) => parts.join(""));
const attribute = fc.oneof(
  fc.tuple(fc.constantFrom(...names), some(word)).map(([name, value]) => ` ${name}="${value}"`),
  fc.tuple(fc.constantFrom(...names), some(word)).map(([name, value]) => ` ${name}='${value}'`),
  fc.constantFrom(...names).map((name) => ` ${name}=${HOLE}`),
  fc.constantFrom(...names).map((name) => ` ${name}`),
  fc.oneof(some(css), declarations, declarations).map((value) => ` style="${value}"`),
  fc.constant(` ${HOLE}`),
);
const attributes = fc.array(attribute, { maxLength: 3 }).map((all) => all.join(""));
const { markup } = fc.letrec<{ markup: string; content: string }>((tie) => ({
  markup: fc.oneof(
    { depthSize: "medium" },
    word,
    fc.constant(HOLE),
    fc.tuple(fc.constantFrom(...voids), attributes).map(([tag, all]) => `<${tag}${all}>`),
    fc.tuple(fc.constantFrom("g", "path", "mi"), attributes).map(([tag, all]) => `<${tag}${all}/>`),
    fc.constantFrom("<!-- a -->", "<!---->"),
    fc.constantFrom("script", "style").map((tag) => `<svg><${tag}>a ${HOLE}</${tag}></svg>`),
    fc
      .tuple(fc.constantFrom(...tags), attributes, tie("content"))
      .map(([tag, all, inside]) => `<${tag}${all}>${inside}</${tag}>`),
  ),
  content: fc.array(tie("markup"), { maxLength: 3 }).map((all) => all.join("")),
}));
const nearly = fc
  .tuple(fc.array(markup, { maxLength: 3 }), fc.option(fc.tuple(fc.nat(), fc.nat(3), noise), { freq: 2 }))
  .map(([all, damage]) => {
    const text = all.join("");
    if (damage === null) return text;
    const at = damage[0] % (text.length + 1);
    return text.slice(0, at) + damage[2] + text.slice(at + damage[1]);
  });

const trusted = (tag: string, text: string): unknown =>
  tag === "script" ? c.rawScript(text) : tag === "style" ? c.rawCss(text) : c.raw(text);
const childKinds: readonly number[] = [CHILD, RAW_PART, FOREIGN_TEXT];

/** A value for each hole that has to be found where the hole is, unchanged. */
function valueOf(step: Step, hole: number): { readonly value: unknown; readonly text: string } {
  const plain = `h${hole}x`;
  const text = `${plain}<"'&amp;>\n&`;
  if (step.kind === CHILD) return { value: text, text };
  if (step.kind === RAW_PART || step.kind === FOREIGN_TEXT)
    return { value: trusted(step.tag.toLowerCase(), text), text };
  const name = step.name.toLowerCase();
  if (step.kind === ATTRIBUTE)
    return name === "style" ? { value: { color: plain }, text: plain } : { value: text, text };
  if (step.kind === SPREAD) return { value: { [`data-${plain}`]: text }, text };
  return step.kind === PART ? { value: text, text } : { value: plain, text: plain };
}

type Node = DefaultTreeAdapterTypes.Node;
type Parsed = DefaultTreeAdapterTypes.Element;

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  if ("childNodes" in node) for (const child of node.childNodes) yield* nodesOf(child);
}

/** Whether the parser found the value where the step says. */
function isFound(root: Node, step: Step, hole: number, text: string): boolean {
  const tag = step.tag.toLowerCase();
  for (const node of nodesOf(root)) {
    if (childKinds.includes(step.kind)) {
      if (!("value" in node && node.value.includes(text))) continue;
      const { parentNode } = node;
      const parent = parentNode !== null && "tagName" in parentNode ? parentNode.tagName.toLowerCase() : "";
      if (parent === tag || (tag === "html`…`" && parent === "")) return true;
    } else if ("tagName" in node && node.tagName.toLowerCase() === tag) {
      const name = step.kind === SPREAD ? `data-h${hole}x` : step.name;
      if ((node as Parsed).attrs.some((one) => one.name.toLowerCase() === name.toLowerCase() && has(one.value, text)))
        return true;
    }
  }
  return false;
}

// A URL may have been refused, as a whole.
const has = (value: string, text: string): boolean => value.includes(text) || value === "about:invalid#watt";

// Why no expect: a million of them take their time.
const isCoded = (error: unknown, pattern = /^WATT_CONDUIT_/): boolean =>
  pattern.test((error as { code?: string }).code ?? "");

function stepsOf(strings: readonly string[]): readonly Step[] | undefined {
  try {
    return parseTemplate(sourceOf(strings)).steps;
  } catch (error) {
    if (!isCoded(error)) throw error;
    return undefined;
  }
}

const seen = { accepted: 0, holes: new Map<number, number>() };

function check(strings: readonly string[]): void {
  const steps = stepsOf(strings);
  if (steps === undefined) return;
  if (steps.length !== strings.length - 1) throw new Error("a hole is not accounted for");
  const values = steps.map(valueOf);
  let written: string;
  try {
    written = c.renderToString(() =>
      html(templateOf(strings), ...(values.map(({ value }) => value) as c.TemplateValue[])),
    );
  } catch (error) {
    // A value that builders refuse as well.
    if (!isCoded(error, /_(?:ATTRIBUTE_FORBIDDEN|ATTRIBUTE_NAME|RAW_TEXT|TEMPLATE_TWICE)$/)) throw error;
    return;
  }
  seen.accepted++;
  const root = /^\s*<!doctype/i.test(written) ? parse(written) : parseFragment(written);
  if (root.nodeName === "#document") return;
  steps.forEach((step, i) => {
    seen.holes.set(step.kind, (seen.holes.get(step.kind) ?? 0) + 1);
    if (!isFound(root, step, i, values[i]!.text))
      throw new Error(`hole ${i} (${step.kind}, <${step.tag}>) is not found in ${written}`);
  });
}

test("any strings are refused by a coded error, or a parser finds the values in their places", () => {
  fc.assert(
    fc.property(fc.oneof(noises, nearly, nearly, nearly), (text) => check(text.split(HOLE))),
    { numRuns: runs, seed },
  );
  // Else it would show nothing.
  expect(seen.accepted).toBeGreaterThan(runs / 20);
  for (const kind of [CHILD, ATTRIBUTE, SPREAD, PART, STYLE_PART, RAW_PART, FOREIGN_TEXT]) {
    expect(seen.holes.get(kind)).toBeGreaterThan(runs / 500);
  }
});

test("any Unicode is refused by a coded error or accepted", () => {
  const strings = fc.array(fc.string({ unit: "binary", maxLength: 20 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(strings, (strings) => check(strings)),
    { numRuns: runs, seed },
  );
});
