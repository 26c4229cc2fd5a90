import { expect } from "vitest";
import type { JoltClient } from "../../src/client/index.ts";
import { group, type Row } from "./spec.ts";

declare const jolt: JoltClient;

const body = '<button id="go" jolt-post="/x" jolt-target="#out">go</button><div id="out">old</div>';
const routes = { "POST /x": "new" };

export const events: readonly Row[] = [
  ...group("events", [
    [
      "request, swap, done: on the element, bubbling",
      { body, routes },
      async ({ page, settle, seen }) => {
        await settle(() => page.click("#go"));
        expect((await seen()).events).toEqual(["jolt:request go", "jolt:swap go", "jolt:done go"]);
      },
    ],
    [
      "request, error, done",
      { body },
      async ({ page, settle, seen }) => {
        await settle(() => page.click("#go"));
        expect((await seen()).events).toEqual(["jolt:request go", "jolt:error go", "jolt:done go"]);
      },
    ],
    [
      "on the document when the element is gone",
      { body: '<div id="d"><button id="go" jolt-post="/x" jolt-target="#d">go</button></div>', routes },
      async ({ page, settle, seen }) => {
        await settle(() => page.click("#go"));
        expect((await seen()).events.at(-1)).toBe("jolt:done document");
      },
    ],
    [
      "cancelling jolt:request sends nothing, and the button works again",
      { body, routes },
      async ({ page, settle, log }) => {
        await page.evaluate(() => document.addEventListener("jolt:request", (event) => event.preventDefault(), { once: true }));
        await page.click("#go");
        await page.waitForTimeout(50);
        expect(log).toEqual([]);
        await settle(() => page.click("#go"));
        expect(log).toHaveLength(1);
      },
    ],
    [
      "cancelling jolt:swap leaves the page",
      { body, routes },
      async ({ page, settle, html }) => {
        await page.evaluate(() => document.addEventListener("jolt:swap", (event) => event.preventDefault()));
        await settle(() => page.click("#go"));
        expect(await html("#out")).toBe("old");
      },
    ],
    [
      "a listener can add a header, and cannot send it to another site",
      { body, routes },
      async ({ page, settle, log, seen }) => {
        await page.evaluate(() => document.addEventListener("jolt:request", ({ detail }) => detail.headers.set("X-A", "1")));
        await settle(() => page.click("#go"));
        expect(log[0]?.headers["x-a"]).toBe("1");
        await page.evaluate(() => document.addEventListener("jolt:request", ({ detail }) => void (detail.url = new URL("http://localhost:1/"))));
        await settle(() => page.click("#go"));
        expect((await seen()).errors).toEqual(["origin"]);
      },
    ],
    [
      "a listener can choose another swap",
      { body, routes },
      async ({ page, settle, html }) => {
        await page.evaluate(() => document.addEventListener("jolt:swap", ({ detail }) => void (detail.swap = "beforeend")));
        await settle(() => page.click("#go"));
        expect(await html("#out")).toBe("oldnew");
      },
    ],
    [
      "a request that takes too long is given up",
      { body, routes: { "POST /x": { after: 400, body: "new" } } },
      async ({ page, settle, html, seen }) => {
        await page.evaluate(() => (jolt.timeout = 80));
        await settle(() => page.click("#go"));
        expect((await seen()).errors).toEqual(["timeout"]);
        expect(await html("#out")).toBe("old");
        expect(await page.isEnabled("#go")).toBe(true);
      },
    ],
  ]),
  ...group("jolt in scripts", [
    [
      "the time limit is 60 seconds",
      { body },
      async ({ page }) => expect(await page.evaluate(() => jolt.timeout)).toBe(60_000),
    ],
    [
      "jolt.request sends and swaps",
      { body, routes: { "GET /y": ({ query }) => query } },
      async ({ page, html }) => {
        const status = await page.evaluate(async () => {
          const body = new URLSearchParams({ a: "1" });
          return (await jolt.request("get", "/y", { target: "#out", swap: "beforeend", body }))?.status;
        });
        expect(status).toBe(200);
        expect(await html("#out")).toBe("olda=1");
      },
    ],
    [
      "jolt.request can be aborted, without an error",
      { body, routes: { "POST /x": { after: 300, body: "new" } } },
      async ({ page, seen }) => {
        const response = await page.evaluate(() => jolt.request("post", "/x", { signal: AbortSignal.timeout(30) }));
        expect(response).toBeUndefined();
        expect((await seen()).events).toEqual(["jolt:request ", "jolt:done "]);
      },
    ],
    [
      "jolt.swap takes envelopes",
      { body: `${body}<b id="n"></b>` },
      async ({ page, html }) => {
        await page.evaluate(() => jolt.swap("#out", 'new<template jolt-target="#n">1</template>'));
        expect([await html("#out"), await html("#n")]).toEqual(["new", "1"]);
      },
    ],
    [
      "two copies on one page send everything once",
      { body: '<p id="go" jolt-post="/x">go</p>', routes, head: '<script src="/jolt.min.js?again" defer></script>', policy: "default-src 'self'" },
      async ({ page, settle, log }) => {
        await settle(() => page.click("#go"));
        await page.waitForTimeout(50);
        expect(log).toHaveLength(1);
      },
    ],
  ]),
];
