import { expect } from "vitest";
import type { Page } from "playwright-core";
import { group, type Row } from "./spec.ts";

const active = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.activeElement?.localName}#${document.activeElement?.id}`);

export const focus: readonly Row[] = group("focus", [
  [
    "a field keeps focus and caret when it is replaced while somebody types",
    {
      body: '<form id="f" jolt-post="/x" jolt-trigger="input" jolt-swap="outerHTML"><input id="t" name="t" value="hello"></form>',
      routes: { "POST /x": '<form id="f" jolt-post="/x" jolt-trigger="input" jolt-swap="outerHTML"><p>hm</p><input id="t" name="t" value="heXllo"></form>' },
    },
    async ({ page, settle }) => {
      await page.focus("#t");
      await page.evaluate(() => (document.getElementById("t") as HTMLInputElement).setSelectionRange(2, 2));
      await settle(() => page.keyboard.press("X"));
      expect(await active(page)).toBe("input#t");
      expect(await page.evaluate(() => (document.getElementById("t") as HTMLInputElement).selectionStart)).toBe(3);
    },
  ],
  [
    "the refreshed button has it, by id",
    { body: '<div id="d"><p></p><button id="b" jolt-post="/x" jolt-target="#d">1</button></div>', routes: { "POST /x": { after: 100, body: '<button id="b" jolt-post="/x" jolt-target="#d">2</button>' } } },
    async ({ page, settle, html }) => {
      await page.focus("#b");
      await settle(() => page.keyboard.press("Enter"));
      expect(await active(page)).toBe("button#b");
      expect(await html("#b")).toBe("2");
    },
  ],
  [
    "the refreshed button has it, by its place, when the row is replaced",
    {
      body: '<ul><li id="r"><form jolt-post="/x" jolt-target="#r" jolt-swap="outerHTML"><button>1</button></form><button>no</button></li></ul>',
      routes: { "POST /x": { after: 100, body: '<li id="r"><form jolt-post="/x"><button name="heir">2</button></form><button>no</button></li>' } },
    },
    async ({ page, settle }) => {
      await page.focus("form button");
      await settle(() => page.keyboard.press("Space"));
      expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("heir");
    },
  ],
  [
    "a button that stays has it back when it is enabled again",
    { body: '<button id="b" jolt-post="/x" jolt-target="#o">1</button><p id="o"></p>', routes: { "POST /x": { after: 150, body: "ok" } } },
    async ({ page, settle }) => {
      await page.focus("#b");
      await settle(() => page.keyboard.press("Enter"));
      expect(await active(page)).toBe("button#b");
    },
  ],
  [
    "autofocus in new content",
    { body: '<button id="b" jolt-get="/x" jolt-target="#o">edit</button><p id="o"></p>', routes: { "GET /x": { after: 50, body: '<input id="a"><input id="i" autofocus>' } } },
    async ({ page, settle }) => {
      await settle(() => page.click("#b"));
      expect(await active(page)).toBe("input#i");
    },
  ],
  [
    "autofocus does not take it from somebody who went on elsewhere",
    { body: '<button id="b" jolt-get="/x" jolt-target="#o">edit</button><p id="o"></p><input id="e">', routes: { "GET /x": { held: true, body: '<input id="i" autofocus>' } } },
    async ({ page, settle, release }) => {
      await settle(async () => {
        await page.click("#b");
        await page.focus("#e");
        release();
      });
      expect(await active(page)).toBe("input#e");
    },
  ],
  [
    "an envelope keeps it as well",
    {
      body: '<button id="b" jolt-post="/x" jolt-swap="none">x</button><div id="d"><textarea id="t">abc</textarea></div>',
      routes: { "POST /x": { held: true, body: '<template jolt-target="#d"><textarea id="t">abcd</textarea></template>' } },
    },
    async ({ page, settle, release }) => {
      await settle(async () => {
        await page.click("#b");
        await page.focus("#t");
        await page.evaluate(() => (document.getElementById("t") as HTMLTextAreaElement).setSelectionRange(1, 2));
        release();
      });
      expect(await active(page)).toBe("textarea#t");
      expect(await page.evaluate(() => (document.getElementById("t") as HTMLTextAreaElement).selectionEnd)).toBe(2);
    },
  ],
  [
    "it is not put on something of another kind",
    { body: '<div id="d"><button jolt-post="/x" jolt-target="#d">1</button></div>', routes: { "POST /x": '<input name="danger">' } },
    async ({ page, settle }) => {
      await page.focus("button");
      await settle(() => page.keyboard.press("Enter"));
      expect(await active(page)).toBe("body#");
    },
  ],
]);
