import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dev } from "../../src/dev/dev.ts";
import { nearest } from "../../src/dev/nearest.ts";
import { switchOff } from "./switch-off.ts";
import * as c from "../../src/index.ts";
import * as s from "../../src/svg/index.ts";

beforeEach(() => dev());
afterEach(switchOff);

describe("an attribute that the role forbids", () => {
  test.each<[string, () => unknown, string, string]>([
    ["by role", () => c.section({ role: "paragraph", "aria-label": "x" }), "aria-label", "paragraph"],
    ["by a synonym", () => c.ul({ role: "none", "aria-labelledby": "x" }), "aria-labelledby", "none"],
    ["by the element", () => c.div({ "aria-label": "x" }), "aria-label", "generic"],
    ["by the element, with another attribute", () => c.code({ id: "a", "aria-label": "x" }), "aria-label", "code"],
    ["by the first role that is known", () => c.div({ role: "new strong", "aria-label": "x" }), "aria-label", "strong"],
    ["in capitals", () => c.div({ "ARIA-LABEL": "x", ROLE: "Generic" } as never), "ARIA-LABEL", "generic"],
    ["in SVG", () => s.g({ role: "presentation", "aria-label": "x" }), "aria-label", "presentation"],
    ["without a text", () => c.span({ "aria-label": "" }), "aria-label", "generic"],
    ["by an empty role", () => c.span({ role: " ", "aria-label": "x" }), "aria-label", "generic"],
  ])("%s", (_, run, name, role) => {
    expect(run).toThrow(`was given the attribute ${name}, which its role ${role} forbids`);
  });

  test.each<[string, () => unknown]>([
    ["a role that may have a name", () => c.div({ role: "group", "aria-label": "x" })],
    ["an element whose role depends on its name", () => c.section({ "aria-label": "x" })],
    ["an element whose role depends on its place", () => c.header({ "aria-label": "x" })],
    ["an element whose role depends on its attributes", () => c.a({ "aria-label": "x" })],
    ["an element without a role", () => c.label({ "aria-label": "x" })],
    ["an attribute that is not written", () => c.div({ "aria-label": null, role: undefined })],
    ["another attribute", () => c.div({ "aria-hidden": true })],
    ["a role of the next version", () => c.div({ role: "image", "aria-label": "x" })],
    ["a role for documents", () => c.section({ role: "doc-chapter", "aria-label": "x" })],
  ])("is none: %s", (_, run) => expect(run).not.toThrow());
});

describe("a role that is none", () => {
  test.each([
    ["buton", "Did you mean button?"],
    ["navgation", "Did you mean navigation?"],
    ["landmark", "Use a role of WAI-ARIA, or none."],
    ["xyz abc", "Use a role of WAI-ARIA, or none."],
  ])("%s", (role, instead) => {
    expect(() => c.div({ role })).toThrow(`the role ${role}, which WAI-ARIA does not define. ${instead}`);
  });
});

describe("the nearest name", () => {
  test.each([
    ["buton", "button"],
    ["listitme", "listitem"],
    ["bxxxxx", undefined],
    ["", undefined],
  ])("to %j is %j", (word, expected) => {
    expect(nearest(word, ["button", "list", "listitem"])).toBe(expected);
  });
});
