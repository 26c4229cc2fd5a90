import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { html } from "../elements/namespaces.ts";
import { elementFiles } from "../elements/files.ts";

test("the builders are what the standards' data says: else run `npm run elements`", async () => {
  for (const [path, text] of await elementFiles()) expect(readFileSync(path, "utf8"), path).toBe(text);
});

test("every element of the standard that is not obsolete is there", () => {
  const tags = html().elements.map(({ tag }) => tag);
  expect(tags).toEqual(expect.arrayContaining(["a", "dialog", "search", "selectedcontent", "template", "wbr"]));
  expect(tags).not.toContain("font");
  expect(tags.length).toBeGreaterThan(110);
});
