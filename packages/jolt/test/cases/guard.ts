import { expect } from "vitest";
import { group, type Row } from "./spec.ts";

const out = '<div id="out"></div>';
const slow = { held: true, body: "ok" };

export const guard: readonly Row[] = [
  ...group("guard", [
    [
      "a form in flight drops the second submit, by key too; its button is disabled and the form busy",
      { body: `<form jolt-post="/x" jolt-target="#out"><input name="a"><button>go</button></form>${out}`, routes: { "POST /x": slow } },
      async ({ page, settle, log, release }) => {
        await settle(async () => {
          await page.click("button");
          expect(await page.isDisabled("button")).toBe(true);
          expect(await page.getAttribute("form", "aria-busy")).toBe("true");
          await page.press("input", "Enter");
          await page.evaluate(() => document.querySelector("form")?.requestSubmit());
          release();
        });
        expect(await page.isDisabled("button")).toBe(false);
        expect(await page.getAttribute("form", "aria-busy")).toBe(null);
        expect(log).toHaveLength(1);
        await settle(async () => {
          await page.click("button");
          await expect.poll(() => log.length).toBe(2);
          release();
        });
      },
    ],
    [
      "two buttons of one form share its guard",
      { body: `<form jolt-post="/x" jolt-target="#out"><button id="a">a</button><button id="b" jolt-put="/x">b</button></form>${out}`, routes: { "POST /x": slow, "PUT /x": slow } },
      async ({ page, settle, log, release }) => {
        await settle(async () => {
          await page.click("#a");
          await page.click("#b");
          release();
        });
        expect(log.map(({ method }) => method)).toEqual(["POST"]);
      },
    ],
    [
      "a button alone",
      { body: `<button jolt-post="/x" jolt-target="#out">go</button>${out}`, routes: { "POST /x": { after: 50, body: "ok" } } },
      async ({ page, settle, log }) => {
        await settle(() =>
          page.evaluate(() => {
            const button = document.querySelector("button");
            button?.click();
            button?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
          }),
        );
        expect(log).toHaveLength(1);
        expect(await page.isEnabled("button")).toBe(true);
      },
    ],
    [
      "the guard opens again after a failure",
      { body: `<button jolt-post="/x" jolt-target="#out">go</button>${out}`, routes: { "POST /x": { status: 500, body: "no" } } },
      async ({ page, settle, log }) => {
        await settle(() => page.click("button"));
        await settle(() => page.click("button"));
        expect(log).toHaveLength(2);
      },
    ],
    [
      "a field aborts its older request: the last value wins, without an error",
      {
        body: `<input name="q" jolt-get="/x" jolt-trigger="input" jolt-target="#out">${out}`,
        routes: { "GET /x": ({ query }) => ({ body: query, held: query === "q=a" }) },
      },
      async ({ page, settle, html, seen, log, release }) => {
        await settle(async () => {
          await page.press("input", "a");
          await expect.poll(() => log.length).toBe(1);
          await page.press("input", "b");
        }, 2);
        expect(await page.getAttribute("input", "aria-busy")).toBe(null);
        release();
        await new Promise((done) => setTimeout(done, 50));
        expect(await html("#out")).toBe("q=ab");
        expect((await seen()).errors).toEqual([]);
      },
    ],
    [
      "typing neither aborts a submit in flight nor is dropped for it",
      {
        body: `<form jolt-post="/x" jolt-trigger="submit, input" jolt-target="#out" jolt-swap="beforeend"><input name="q"><button>go</button></form>${out}`,
        routes: { "POST /x": ({ body }) => ({ body: `[${body}]`, held: body === "q=" }) },
      },
      async ({ page, settle, html, release }) => {
        await settle(() => page.click("button").then(() => page.fill("input", "a")));
        expect(await html("#out")).toBe("[q=a]");
        await settle(async () => release());
        expect(await html("#out")).toBe("[q=a][q=]");
        expect(await page.isEnabled("button")).toBe(true);
        expect(await page.getAttribute("form", "aria-busy")).toBe(null);
      },
    ],
    [
      "the button of a redirect stays disabled until the page is left",
      { body: `<button jolt-post="/x">go</button>`, routes: { "POST /x": { status: 204, headers: { "Jolt-Redirect": "/next" } }, "GET /next": { held: true, body: "<p>next</p>" } } },
      async ({ page, log, release }) => {
        // Why in the page: the driver waits while a navigation is under way.
        await page.evaluate(() => void setInterval(() => document.querySelector("button")?.click(), 20));
        await expect.poll(() => log.length).toBe(2);
        await new Promise((done) => setTimeout(done, 150));
        expect(log.map(({ path }) => path)).toEqual(["/x", "/next"]);
        release();
        await page.waitForURL("**/next");
      },
    ],
  ]),
];
