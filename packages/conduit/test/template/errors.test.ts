import { describe, expect, test } from "vitest";
import { type Html, html, renderToString } from "../../src/index.ts";
import { holeErrors, markupErrors, valueErrors } from "../cases/template-errors.ts";
import { templateOf } from "./template-of.ts";

interface Coded extends Error {
  readonly code: string;
  readonly details: { readonly line: number; readonly column: number };
}

function errorOf(template: () => Html): Coded {
  try {
    renderToString(template);
  } catch (error) {
    return error as Coded;
  }
  throw new Error("no error was thrown");
}

/** The place, and what the caret points at. */
function placeOf({ message, details: { line, column } }: Coded): { line: number; column: number; caret: number } {
  const caret = message.split("\n").at(-1)!;
  return { line, column, caret: caret.length - 2 };
}

describe.each([
  ["WATT_CONDUIT_TEMPLATE_MARKUP", markupErrors],
  ["WATT_CONDUIT_TEMPLATE_HOLE", holeErrors],
] as const)("%s", (code, rows) => {
  test.each(rows)("%s", (_, template, line, column, says) => {
    const error = errorOf(template);
    expect(error.message).toContain(says);
    expect(error.code).toBe(code);
    expect(placeOf(error)).toEqual({ line, column, caret: Math.min(column, 37) });
    // It is not remembered as a template.
    expect(errorOf(template).message).toBe(error.message);
  });
});

describe("values", () => {
  test.each(valueErrors)("%s", (_, template, code, line, column) => {
    const error = errorOf(template);
    expect(error.code).toBe(code);
    expect(placeOf(error)).toEqual({ line, column, caret: column });
    expect(error.message).toContain(`\nLine ${line}, column ${column} of the html template:\n`);
    expect(error.stack).toContain(error.message);
  });

  test("keep the code's other details and its text", () => {
    const error = errorOf(() => html`<p>${Symbol("x") as never}</p>`);
    expect(error.details).toMatchObject({ tag: "p", kind: "a symbol", line: 1, column: 4 });
    expect(error.message).toBe(
      "WATT_CONDUIT_CHILD: <p> was given a symbol as a child. Give a node, raw(html), a string, a number, or an array of these; " +
        "await promises before.\nLine 1, column 4 of the html template:\n  <p>${…}</p>\n     ^",
    );
  });

  test("that throw by themselves throw what they throw", () => {
    const attributes = {
      get id(): string {
        throw new RangeError("mine");
      },
    };
    expect(() => html`<p ${attributes}></p>`).toThrow(new RangeError("mine"));
  });

  test("point at the line of the caller", () => {
    const error = errorOf(() => html`<p>${Symbol("x") as never}</p>`);
    expect(error.stack).toContain("errors.test.ts");
  });
});

test("excerpts show a part of a long line", () => {
  const error = errorOf(() => html(templateOf([`<p>${"a".repeat(1000)}</i>${"b".repeat(1000)}`])));
  const [excerpt, caret] = error.message.split("\n").slice(-2);
  expect(excerpt).toBe(`  ${"a".repeat(36)}</i>${"b".repeat(32)}`);
  expect(caret).toBe(`${" ".repeat(38)}^`);
  expect(error.details).toMatchObject({ line: 1, column: 1004 });
});

test("excerpts hold no characters that move a terminal's cursor", () => {
  const error = errorOf(() => html(templateOf(["<p>\t\u001b[2J\u0000</i>"])));
  expect(error.message.split("\n").at(-2)).toBe("  <p>  [2J\ufffd</i>");
});
