import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { codesInSources, errorTables } from "../errors-tables.ts";
import { renderErrors } from "../render-errors.ts";
import { root } from "../scratch-copy.ts";

const tables = await errorTables();
const docs = readFileSync(join(root, "docs", "reference", "errors.md"), "utf8");
const registered = new Set(tables.flatMap(({ rows }) => rows.map(({ code }) => code)));

test("the docs page is what the tables say", () => {
  expect(docs).toBe(renderErrors(tables));
});

test("the docs page and the tables name the same codes", () => {
  const documented = [...docs.matchAll(/^\| `(WATT_\w+)`/gm)].map(([, code]) => code);
  expect(new Set(documented)).toEqual(registered);
  expect(documented).toHaveLength(registered.size);
});

describe.each(tables)("the errors of $name", ({ id, rows }) => {
  const uses = codesInSources(id);

  test.each(rows)("$code is of this package, says what happened, and is used", ({ code, message }) => {
    expect(code).toMatch(new RegExp(`^WATT_${id.toUpperCase()}_[A-Z0-9]+(_[A-Z0-9]+)*$`));
    expect(message).not.toBe("");
    expect(uses.map((use) => use.code)).toContain(code);
  });

  test("every code that the sources name is in a table", () => {
    expect(uses.filter(({ code }) => !registered.has(code))).toEqual([]);
  });
});
