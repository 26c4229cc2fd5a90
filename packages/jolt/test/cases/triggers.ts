import { expect } from "vitest";
import { group, type Row } from "./spec.ts";

const out = '<div id="out"></div>';
const routes = { "GET /x": ({ query }: { query: string }): string => `got ${query}`, "POST /x": "posted" };
const rest = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

export const triggers: readonly Row[] = [
  ...group("trigger", [
    [
      "a div by click, a field by change, a form by submit, a submit button by click",
      {
        body: `<div id="d" jolt-get="/x" jolt-target="#out">d</div><input id="i" name="i" jolt-get="/x" jolt-target="#out">
          <form id="f" jolt-get="/x" jolt-target="#out"><button>b</button></form>
          <input type="submit" id="s" name="s" value="s" jolt-get="/x" jolt-target="#out">${out}`,
        routes,
      },
      async ({ page, settle, log }) => {
        await settle(() => page.click("#d"));
        await page.locator("#i").pressSequentially("ab");
        expect(log).toHaveLength(1);
        await settle(() => page.locator("#i").blur());
        await page.click("#f", { position: { x: 200, y: 5 } });
        expect(log).toHaveLength(2);
        await settle(() => page.click("#f button"));
        await settle(() => page.click("#s"));
        expect(log.map(({ query }) => query)).toEqual(["", "i=ab", "", "s=s"]);
      },
    ],
    [
      "any event by name, also of the page's own",
      { body: `<p id="p" jolt-get="/x" jolt-trigger="saved, dblclick" jolt-target="#out">p</p>${out}`, routes },
      async ({ page, settle, log }) => {
        await page.click("#p");
        await settle(() => page.dblclick("#p"));
        await settle(() => page.evaluate(() => document.getElementById("p")?.dispatchEvent(new CustomEvent("saved", { bubbles: true }))));
        expect(log).toHaveLength(2);
      },
    ],
    [
      "events that do not bubble",
      { body: `<div id="d" jolt-get="/x?d" jolt-trigger="mouseenter" jolt-target="#out"><i>i</i></div><input id="i" jolt-get="/x?i" jolt-trigger="focus" jolt-target="#out">${out}`, routes },
      async ({ page, settle, log }) => {
        await settle(() => page.hover("#d i"));
        await settle(() => page.focus("#i"));
        expect(log.map(({ query }) => query)).toEqual(["d", "i"]);
      },
    ],
    [
      "new content is alive, with event names never seen before",
      {
        body: `<button id="go" jolt-get="/new" jolt-target="#out">go</button>${out}`,
        routes: { ...routes, "GET /new": '<b id="k" tabindex="0" jolt-get="/x" jolt-trigger="keydown">k</b>' },
      },
      async ({ page, settle, html }) => {
        await settle(() => page.click("#go"));
        await settle(() => page.press("#k", "a"));
        expect(await html("#k")).toBe("got ");
      },
    ],
    [
      "content that another script inserted is alive",
      { body: out, routes },
      async ({ page, settle, html }) => {
        await page.evaluate(() => {
          const button = document.createElement("button");
          button.setAttribute("jolt-get", "/x");
          document.getElementById("out")?.append(button);
        });
        await settle(() => page.click("#out button"));
        expect(await html("#out button")).toBe("got ");
      },
    ],
    [
      "the innermost element that waits for the event takes it",
      {
        body: `<div jolt-get="/x?outer" jolt-target="#out"><p><button id="in" jolt-get="/x?inner" jolt-target="#out"><i id="icon">i</i></button>
          <a id="link" href="#there">link</a><b id="b">b</b></p></div>${out}`,
        routes,
      },
      async ({ page, settle, log }) => {
        await settle(() => page.click("#icon"));
        await settle(() => page.click("#b"));
        await page.click("#link");
        expect(page.url()).toMatch(/#there$/);
        expect(log.map(({ query }) => query)).toEqual(["inner", "outer"]);
      },
    ],
    [
      "a listener of the page can keep it from happening",
      { body: `<button id="go" jolt-get="/x" jolt-target="#out">go</button>${out}`, routes },
      async ({ page, log }) => {
        await page.evaluate(() => document.getElementById("go")?.addEventListener("click", (event) => event.preventDefault()));
        await page.click("#go");
        await rest(50);
        expect(log).toEqual([]);
      },
    ],
    [
      "a link stays on the page, but a modified click is the browser's",
      { body: `<a id="a" href="/elsewhere" jolt-get="/x" jolt-target="#out">a</a>${out}`, routes: { ...routes, "GET /elsewhere": "<p>there</p>" } },
      async ({ page, settle, log, html }) => {
        await settle(() => page.click("#a"));
        expect(await html("#out")).toBe("got ");
        const popup = page.context().waitForEvent("page");
        await page.click("#a", { modifiers: ["ControlOrMeta"] });
        await (await popup).close();
        expect(log.map(({ path, headers }) => [path, headers["jolt"]])).toEqual([["/x", "1"], ["/elsewhere", undefined]]);
      },
    ],
    [
      "inside an open shadow root",
      { body: `<div id="host"></div>${out}`, routes },
      async ({ page, settle, html }) => {
        await page.evaluate(() => {
          const button = document.createElement("button");
          button.setAttribute("jolt-get", "/x");
          button.setAttribute("jolt-target", "#out");
          document.getElementById("host")?.attachShadow({ mode: "open" }).append(button);
        });
        await settle(() => page.click("#host button"));
        expect(await html("#out")).toBe("got ");
      },
    ],
  ]),
  ...group("delay", [
    [
      "each event starts the wait anew, and the last value is sent once",
      { body: `<input name="q" jolt-get="/x" jolt-trigger="input delay:300ms" jolt-target="#out">${out}`, routes },
      async ({ page, settle, log, html }) => {
        await settle(async () => {
          await page.evaluate(async () => {
            const input = document.querySelector("input") as HTMLInputElement;
            for (const value of ["a", "ab", "abc"]) {
              input.value = value;
              input.dispatchEvent(new InputEvent("input", { bubbles: true }));
              await new Promise((done) => setTimeout(done, 150));
            }
          });
          expect(log).toEqual([]);
        });
        expect(log.map(({ query }) => query)).toEqual(["q=abc"]);
        expect(await html("#out")).toBe("got q=abc");
      },
    ],
    [
      "in seconds, and an event without one goes at once and takes its place",
      { body: `<form jolt-get="/x" jolt-trigger="input delay:0.6s, submit" jolt-target="#out"><input name="q"></form>${out}`, routes },
      async ({ page, settle, log }) => {
        await page.fill("input", "a");
        await settle(() => page.press("input", "Enter"));
        await rest(700);
        expect(log).toHaveLength(1);
      },
    ],
    [
      "an element that has left the page sends nothing",
      { body: `<input name="q" jolt-get="/x" jolt-trigger="input delay:100ms" jolt-target="#out">${out}`, routes },
      async ({ page, log }) => {
        await page.evaluate(() => {
          const input = document.querySelector("input");
          input?.dispatchEvent(new InputEvent("input", { bubbles: true }));
          input?.remove();
        });
        await rest(200);
        expect(log).toEqual([]);
      },
    ],
  ]),
];
