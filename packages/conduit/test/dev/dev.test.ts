import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dev } from "../../src/dev/dev.ts";
import type { Explained } from "../../src/dev/explain.ts";
import { switchOff } from "./switch-off.ts";
import * as c from "../../src/index.ts";

beforeEach(() => dev());
afterEach(switchOff);

const HERE = "packages/conduit/test/dev/dev.test.ts";

function thrownBy(run: () => unknown): Error & Explained {
  try {
    run();
  } catch (error) {
    return error as Error & Explained;
  }
  throw new Error("Nothing was thrown");
}

/** Line and column of a text in this file's line that has `mark`. */
const Row = (): c.Html => c.tr(c.td("x"));
const Card = c.component(function Card(props: { child: c.Child }) {
  return c.p("a", props.child);
});
function Page(child: () => c.Child): c.Html {
  return c.main(Card({ child: child() }));
}

describe("an error of nesting", () => {
  test("says what is wrong, what to write, and where both were made", () => {
    const error = thrownBy(() => Page(() => Row()));
    expect(error.message.split("\n")).toEqual([
      "WATT_CONDUIT_NESTING: <tr> does not stay in <p>: parsers leave the tags of <tr> out there. " +
        "Put it directly into <thead> or <tbody> or <tfoot>.",
      expect.stringMatching(`^  <tr> in Row at ${HERE}:\\d+:\\d+$`),
      expect.stringMatching(`^  <p> in Card at ${HERE}:\\d+:\\d+$`),
    ]);
  });

  test("tells the components, and the calls of the program alone", () => {
    const error = thrownBy(() => Page(() => c.div("x")));
    expect(error.components.slice(0, 2)).toEqual(["Card", "Page"]);
    expect(error.message).toContain(`at ${error.source}`);
    const calls = (error.stack ?? "").slice((error.stack ?? "").indexOf("\n    at "));
    expect(calls).toContain("at Card (");
    expect(calls).not.toMatch(/conduit\/src|node_modules|node:/);
    expect(error.stack).toContain(error.message);
    expect(Object.keys(error)).not.toContain("source");
  });

  test("names the place to the column", () => {
    const at = new Error("here").stack?.split("\n")[1]?.match(/:(\d+):\d+\)?$/)?.[1];
    const error = thrownBy(() => c.p(c.div()));
    expect(error.source).toBe(`${HERE}:${Number(at) + 1}:36`);
    expect(error.message).toContain(`<div> at ${HERE}:${Number(at) + 1}:40`);
  });

  test("is thrown where the ancestor is built, however far", () => {
    const inner = c.span(c.b(c.each([1], () => [c.i(c.section("x"))])));
    expect(() => c.p(inner)).toThrow("<section> does not stay in <p>");
    expect(() => c.p(c.button(inner))).not.toThrow();
  });

  test("looks into what was kept, and not into what was trusted", () => {
    const kept = c.keep(c.div("x"));
    expect(() => c.p(kept)).toThrow("<div> does not stay in <p>");
    expect(() => c.p(c.raw("<div>x</div>"))).not.toThrow();
  });

  test("leaves the tape as it was", () => {
    expect(c.renderToString(() => (thrownBy(() => c.p(c.div())), c.p("a", c.b("c"))))).toBe("<p>a<b>c</b></p>");
  });

  test("knows nothing of what was built before", () => {
    switchOff();
    const before = c.div("x");
    dev();
    expect(() => c.p(before)).not.toThrow();
  });
});

const { a, button, caption, col, colgroup, dd, div, dl, dt, form, h1, h2, head, hr, html_, input, li, noscript } = c;
const { optgroup, option, rt, ruby, select, span, table, tbody, td, template, tr, ul, body, link, p } = c;

describe("what to write instead", () => {
  test.each<[string, () => unknown, string]>([
    ["a block in a paragraph", () => p(div()), "Put <div> beside <p>, or write <div> in place of <p>."],
    ["a link in a link", () => a(span(a("x"))), "Put the links side by side."],
    ["a button in a button", () => button(button()), "Put the buttons side by side."],
    ["a form in a form", () => form(div(form())), "tie fields to one of them by their attribute form."],
    ["an item in an item", () => li(div(li())), "Put <ul> or <ol> around the inner <li>."],
    ["a term in a definition", () => dd(dt()), "Put <dt> beside <dd>, or put <dl> around it."],
    ["a heading in a heading", () => h1(h2()), "Put them side by side in <hgroup>, or write <span>."],
    ["a row in a table", () => table(tr()), "Put it directly into <thead> or <tbody> or <tfoot>."],
    ["a cell in a group of rows", () => tbody(td()), "Put it directly into <tr>."],
    ["a column in a table", () => table(col()), "Put it directly into <colgroup>."],
    ["text in a table", () => table("x"), "Put it into a cell or the <caption>."],
    ["text in a row", () => tr("x"), "Put it into a <td> or <th>."],
    ["text in a group of rows", () => tbody(1), "Put it into a cell of a <tr>."],
    ["a link among columns", () => colgroup(link()), "Put <col> there only."],
    ["an option in an option", () => option(option()), "Put <option> beside <option>."],
    ["an option too deep", () => select(p(option())), "Put <option> directly into <select> or <optgroup>."],
    ["a line in an option", () => select(option(hr())), "Put <hr> directly into <select>."],
    ["a field in a select", () => select(div(input())), "Put <input> beside <select>."],
    ["ruby text too deep", () => ruby(p(rt())), "Put <rt> directly into <ruby>."],
    ["a noscript in a noscript", () => noscript(noscript()), "Leave the inner <noscript> out."],
    ["a block in the head", () => head(div()), "Put it into <body>."],
    ["a block in a noscript of the head", () => head(noscript(p())), "Put it into a <noscript> of <body>."],
    ["a block in a document", () => html_(div()), "Put it into <body>."],
    ["a second body", () => html_(body(), body()), "Write one <head> and then one <body>."],
    ["a document in an element", () => div(html_()), "Make it the root of the document."],
    ["rows and cells in a template", () => template(tr(), td()), "Put it into a template of its own."],
    ["text after columns in a template", () => template(col(), "x"), "Put it into a template of its own."],
    ["a table after a caption in a template", () => template(caption(), table()), "Put it into a template of its own."],
  ])("%s", (_, run, instead) => {
    const error = thrownBy(run);
    expect(error).toMatchObject({ code: "WATT_CONDUIT_NESTING" });
    expect(error.message.split("\n")[0]?.endsWith(instead)).toBe(true);
  });

  test.each<[string, () => unknown]>([
    ["white space in a table", () => table("\n", tbody(" ", tr("\t", td())))],
    ["a hidden field in a row", () => tr(input({ type: "hidden" }), td())],
    ["a list in an item", () => li(ul(li()))],
    ["groups in a list of definitions", () => dl(div(dt(), dd()))],
    ["rows of a template", () => template(tr(td()), tr())],
    ["a document without a head", () => html_(body())],
    ["an item outside of lists", () => div(li())],
    ["a group of options", () => select(optgroup(option("x")), hr())],
  ])("nothing: %s", (_, run) => expect(run).not.toThrow());
});

describe("other errors", () => {
  test("tell where the program made the call", () => {
    const error = thrownBy(() => Page(() => div({ onclick: "x" } as never)));
    expect(error).toMatchObject({ code: "WATT_CONDUIT_ATTRIBUTE_FORBIDDEN" });
    expect(error.source).toMatch(`${HERE}:`);
    expect(error.components).toContain("Page");
    expect(error.message).toMatch(new RegExp(`\\n  at ${HERE}:\\d+:\\d+$`));
  });

  test("of a finished render tell where the node was made", () => {
    const Late = (): c.Html => div("x");
    let late: c.Html | undefined;
    c.renderToString(() => (late = Late()));
    const error = thrownBy(() => c.renderToString(() => p(late)));
    expect(error).toMatchObject({ code: "WATT_CONDUIT_NODE_EXPIRED" });
    expect(error.message).toMatch(new RegExp(`\\n  the node is <div> in Late at ${HERE}:\\d+:\\d+$`));
  });

  test("of a finished render, of a list, tell where it was used", () => {
    let late: c.Html | undefined;
    c.renderToString(() => (late = c.each([1], String)));
    const error = thrownBy(() => c.renderToString(late!));
    expect(error.message).toMatch(new RegExp(`\\n  at ${HERE}:\\d+:\\d+$`));
  });

  test("of a component without HTML are found", () => {
    const Broken = c.component(function Broken() {
      return "x" as never;
    });
    expect(thrownBy(() => Broken({})).message).toMatch(new RegExp(`The component Broken.*\\n  at ${HERE}:`));
  });
});

test("a getter among attributes runs once", () => {
  let runs = 0;
  const attributes = {
    get title() {
      return `${++runs}`;
    },
  };
  expect(c.renderToString(() => div(attributes))).toBe('<div title="1"></div>');
  expect(runs).toBe(1);
});

describe("annotated output", () => {
  test("names the place of each element, from the folder of the process", () => {
    dev({ annotate: true });
    const List = (): c.Html =>
      ul(
        { class: "l" },
        c.each([1, 2], (n) => li(n)),
        input({ name: "q" }),
        c.pre("\nx"),
      );
    expect(c.renderToString(List).replace(/:\d+:\d+/g, "")).toBe(
      `<ul data-source="${HERE}" class="l"><li data-source="${HERE}">1</li><li data-source="${HERE}">2</li>` +
        `<input data-source="${HERE}" name="q"><pre data-source="${HERE}">\n\nx</pre></ul>`,
    );
    expect(c.renderToString(List)).toBe(c.renderToString(List));
  });

  test("names places from another root, escaped", () => {
    dev({ annotate: true, root: `${process.cwd()}/packages/conduit/` });
    expect(c.renderToString(() => div())).toMatch(/^<div data-source="test\/dev\/dev\.test\.ts:\d+:\d+"><\/div>$/);
    dev({ annotate: true, root: "/nowhere" });
    expect(c.renderToString(() => div())).toContain(`data-source="${process.cwd()}/${HERE}:`);
  });

  test("goes when it is switched off", () => {
    dev({ annotate: true });
    dev();
    expect(c.renderToString(() => div())).toBe("<div></div>");
  });
});

describe("an engine without stacks", () => {
  const limited = Error as { captureStackTrace?: unknown; prepareStackTrace?: unknown };
  beforeEach(() => {
    limited.prepareStackTrace = () => "";
  });
  afterEach(() => {
    delete limited.prepareStackTrace;
  });

  test("leaves places out", () => {
    const error = thrownBy(() => p(div()));
    expect(error.message.split("\n").slice(1)).toEqual(["  <div>", "  <p>"]);
    expect(error.source).toBeUndefined();
    dev({ annotate: true });
    expect(c.renderToString(() => p())).toBe("<p></p>");
  });
});
