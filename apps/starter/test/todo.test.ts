import { describe, expect, test } from "vitest";
import { at, isShown, readShow } from "../src/show.ts";
import { checkTitle, TITLE_MAX } from "../src/todo.ts";

const EMPTY = "Write what needs to be done.";

describe("a title", () => {
  test.each([
    ["is trimmed", "  Milk \t", "Milk"],
    ["keeps inner spaces", "a  b", "a  b"],
    ["keeps markup as text", `<img src=x onerror=alert(1)> </script>"'&`, `<img src=x onerror=alert(1)> </script>"'&`],
    ["becomes one line", "a\r\nb\u2028c\0d", "a b c d"],
    ["may have 120 characters", "x".repeat(120), "x".repeat(120)],
    ["may have 120 emoji, which are 240 UTF-16 units", "💡".repeat(120), "💡".repeat(120)],
    ["is measured after trimming", ` ${"x".repeat(120)} `, "x".repeat(120)],
  ])("%s", (_, typed, title) => expect(checkTitle(typed)).toEqual({ title }));

  test.each([
    ["nothing", ""],
    ["spaces", "   "],
    ["a no-break space", "\u00a0"],
    ["a zero-width space", "\u200b"],
    ["controls", "\0\u0007\n"],
  ])("is refused when it is %s", (_, typed) => expect(checkTitle(typed)).toEqual({ problem: EMPTY }));

  test.each([
    ["121 characters", "x".repeat(121), 121],
    ["121 emoji", "💡".repeat(121), 121],
    ["a book", "x".repeat(100_000), 100_000],
  ])("is refused when it has %s", (_, typed, length) => {
    const { problem } = checkTitle(typed);
    expect(problem).toContain(`${length} characters`);
    expect(problem).toContain(String(TITLE_MAX));
  });
});

describe("the view", () => {
  test.each([
    ["", "all"],
    ["show=active", "active"],
    ["show=completed", "completed"],
    ["show=ACTIVE", "all"],
    ["show=toString", "all"],
    ["show=active&show=completed", "active"],
  ])("of ?%s is %s", (query, show) => expect(readShow(new URLSearchParams(query))).toBe(show));

  test.each([
    ["all", true, true],
    ["active", true, false],
    ["completed", false, true],
  ] as const)("%s has active ones: %s, done ones: %s", (show, active, done) => {
    expect(isShown(show, { id: 1, title: "a", done: false })).toBe(active);
    expect(isShown(show, { id: 1, title: "a", done: true })).toBe(done);
  });

  test("travels in addresses, and is left out where it is the default", () => {
    expect(at("/", "all")).toBe("/");
    expect(at("/todos", "active", { edit: 3 })).toBe("/todos?show=active&edit=3");
  });
});
