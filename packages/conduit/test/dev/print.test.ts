import fc from "fast-check";
import { type DefaultTreeAdapterTypes as Parsed, defaultTreeAdapter, parse, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { print } from "../../src/dev/print/print.ts";
import * as c from "../../src/index.ts";
import * as s from "../../src/svg/index.ts";
import { saysDev, write } from "./says-dev.ts";
import { build, trees, withAncestors } from "./trees.ts";

const runs = process.env["WATT_FULL"] === "1" ? 5_000 : 300;
const seed = Number(process.env["WATT_SEED"] ?? 1);

const { body, div, head, html_, li, option, p, pre, script, select, span, table, tbody, td, textarea, title, tr, ul } =
  c;

describe("print", () => {
  test.each<[string, () => c.Html, readonly string[]]>([
    [
      "a document",
      () =>
        c.document(html_({ lang: "en" }, head(title("a"), script({ src: "/a.js" })), body(ul(li("b"), li(span("c")))))),
      [
        "<!doctype html>",
        '<html lang="en">',
        "  <head>",
        "    <title>a</title>",
        '    <script src="/a.js"></script>',
        "  </head>",
        "  <body>",
        "    <ul>",
        "      <li>b</li>",
        "      <li><span>c</span></li>",
        "    </ul>",
        "  </body>",
        "</html>",
      ],
    ],
    [
      "a body of text, behind which white space would become part of it",
      () => html_(head(), body("a")),
      ["<html>", "  <head></head>", "  <body>a</body></html>"],
    ],
    ["text beside a block", () => div("a ", p("b")), ["<div>a <p>b</p></div>"]],
    ["inline elements", () => p("a", span("b"), " ", span("c")), ["<p>a<span>b</span> <span>c</span></p>"]],
    [
      "text that is kept",
      () => div(pre("\na\n b"), p(textarea("\n c"))),
      ["<div>", "  <pre>", "", "a", " b</pre>", "  <p><textarea>", "", " c</textarea></p>", "</div>"],
    ],
    ["nothing inside", () => div(p(), c.hr()), ["<div>", "  <p></p>", "  <hr>", "</div>"]],
    [
      "white space between blocks",
      () => div(" ", p("a"), "\n", p("b")),
      ["<div>", "  <p>a</p>", "  <p>b</p>", "</div>"],
    ],
    ["white space alone", () => div(" "), ["<div> </div>"]],
    ["several blocks", () => c.each(["a", "b"], (text) => p(text)), ["<p>a</p>", "<p>b</p>"]],
    ["text and a block", () => c.each(["a", p("b")], (child) => child), ["a<p>b</p>"]],
    [
      "a table",
      () => table(tbody(tr(td("a")))),
      ["<table>", "  <tbody>", "    <tr>", "      <td>a</td>", "    </tr>", "  </tbody>", "</table>"],
    ],
    ["a > in an attribute", () => div(p({ title: "a>b" })), ["<div>", '  <p title="a&gt;b"></p>', "</div>"]],
    ["SVG", () => div(p(s.svg(s.g(s.title("x"))))), ["<div>", "  <p><svg><g><title>x</title></g></svg></p>", "</div>"]],
    ["a select", () => p(select(option("a"))), ["<p><select><option>a</option></select></p>"]],
    [
      "markup that closes itself",
      () => div(p(c.raw('<svg><path d=""/></svg>'))),
      ["<div>", '  <p><svg><path d=""/></svg></p>', "</div>"],
    ],
    [
      "a script with tags in it",
      () => div(script(c.raw("a<b>c</p>"))),
      ["<div>", "  <script>a<b>c</p></script>", "</div>"],
    ],
    ["a comment", () => div(c.raw("<!-- <p> -->"), p()), ["<div><!-- <p> --><p></p></div>"]],
    ["trusted HTML that leaves tags out", () => div(c.raw("<p>a<p>b")), ["<div><p>a<p>b</div>"]],
    [
      "trusted HTML that closes what is not open",
      () => div(p(), c.raw("</div><p></p>")),
      ["<div><p></p></div><p></p></div>"],
    ],
    ["trusted HTML that ends in a script", () => div(c.raw("<script>a")), ["<div><script>a</div>"]],
  ])("%s", (_, view, lines) => expect(print(view)).toBe(lines.join("\n")));
});

// Where white space between blocks is not shown.
const roomy = new Set(
  (
    "address article aside blockquote body center colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 " +
    "h4 h5 h6 head header hgroup html legend li main menu nav ol optgroup p search section summary table tbody td template tfoot th thead " +
    "caption tr ul #document-fragment"
  ).split(" "),
);

/** What was parsed, without white space that stands alone where it is not shown. */
function shape(node: Parsed.Node, parent: string): unknown[] {
  if (defaultTreeAdapter.isTextNode(node)) return roomy.has(parent) && node.value.trim() === "" ? [] : [node.value];
  if (!("childNodes" in node)) return [node.nodeName];
  const name = node.nodeName;
  const inside = "content" in node ? (node as Parsed.Template).content : node;
  return [[name, ...inside.childNodes.flatMap((child) => shape(child, name))]];
}

const shapeOf = (text: string): unknown =>
  shape(text.startsWith("<html") ? parse(`<!doctype html>${text}`) : parseFragment(text), "");

test("what is printed is parsed as what is rendered, but for white space between blocks", { timeout: 120_000 }, () => {
  let longer = 0;
  fc.assert(
    fc.property(
      trees.filter((tree) => [...withAncestors(tree)].length > 4 && saysDev(tree) === undefined),
      (tree) => {
        const printed = print(() => build(tree) as c.Html);
        if (printed !== write(tree)) longer++;
        expect(shapeOf(printed)).toEqual(shapeOf(write(tree)));
      },
    ),
    { numRuns: runs, seed },
  );
  // Trees that are printed otherwise than they are rendered must not be rare.
  expect(longer).toBeGreaterThan(runs / 20);
});
