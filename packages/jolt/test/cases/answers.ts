import { expect } from "vitest";
import type { Answer } from "../harness.ts";
import { group, type Row } from "./spec.ts";

const body = '<button id="go" jolt-post="/x" jolt-target="#out">go</button><div id="out">old</div><p id="other">other</p>';
const login = "<!doctype html><title>login</title><p id=login>login</p>";

const policy = (rows: readonly (readonly [string, Answer, string, readonly string[]])[]): Row[] =>
  group(
    "status",
    rows.map(([name, answer, expected, errors]) => [
      name,
      { body, routes: { "POST /x": answer } },
      async ({ page, settle, html, seen }) => {
        await settle(() => page.click("#go"));
        expect(await html("#out")).toBe(expected);
        expect((await seen()).errors).toEqual(errors);
      },
    ]),
  );

const navigation = (rows: readonly (readonly [string, string, Record<string, Answer>, string])[]): Row[] =>
  group(
    "navigation",
    rows.map(([name, verb, routes, path]) => [
      name,
      { body: body.replace("jolt-post", `jolt-${verb}`), routes },
      async ({ page, origin }) => {
        await page.evaluate(() => Object.assign(window, { old: true }));
        await page.click("#go", { noWaitAfter: true });
        await expect.poll(() => page.evaluate(() => "old" in window).catch(() => true), { timeout: 5000 }).toBe(false);
        expect(page.url()).toBe(origin + path);
      },
    ]),
  );

export const answers: readonly Row[] = [
  ...policy([
    ["200", { body: "new" }, "new", []],
    ["201", { status: 201, body: "new" }, "new", []],
    ["200 without a body empties the target", { body: "" }, "", []],
    ["204 swaps nothing", { status: 204 }, "old", []],
    ["205 swaps nothing", { status: 205 }, "old", []],
    ["400 swaps", { status: 400, body: "bad" }, "bad", []],
    ["409 swaps", { status: 409, body: "conflict" }, "conflict", []],
    ["422 swaps", { status: 422, body: "invalid" }, "invalid", []],
    ["401 leaves the page", { status: 401, body: "no" }, "old", ["status"]],
    ["403 leaves the page", { status: 403, body: "no" }, "old", ["status"]],
    ["404 leaves the page", { status: 404, body: "no" }, "old", ["status"]],
    ["413 leaves the page", { status: 413, body: "no" }, "old", ["status"]],
    ["500 leaves the page", { status: 500, body: "no" }, "old", ["status"]],
    ["503 with a target is for the page", { status: 503, headers: { "Jolt-Target": "#out" }, body: "soon" }, "soon", []],
    ["500 with a swap is for the page", { status: 500, headers: { "Jolt-Swap": "beforeend" }, body: "!" }, "old!", []],
    ["JSON is not for the page", { headers: { "Content-Type": "application/json" }, body: '{"a":"<b>"}' }, "old", ["type"]],
    ["plain text is not for the page", { status: 400, headers: { "Content-Type": "text/plain" }, body: "<b>" }, "old", ["type"]],
    ["a whole page as an error", { status: 422, body: login }, "old", ["document"]],
    ["a whole page for a POST", { body: login }, "old", ["document"]],
    ["a whole page after a comment", { body: `\n<!-- c -->\n<HTML><p>x` }, "old", ["document"]],
    ["a broken connection", { broken: true, body: "x" }, "old", ["network"]],
  ]),
  ...group("response headers", [
    [
      "Jolt-Target and Jolt-Swap stand before the attributes",
      { body, routes: { "POST /x": { headers: { "Jolt-Target": "#other", "Jolt-Swap": "outerHTML" }, body: "<i>new</i>" } } },
      async ({ page, settle, html }) => {
        await settle(() => page.click("#go"));
        expect(await html("body")).toContain('<div id="out">old</div><i>new</i>');
      },
    ],
  ]),
  ...navigation([
    ["Jolt-Redirect", "post", { "POST /x": { headers: { "Jolt-Redirect": "/next?a=1" } }, "GET /next": { body: "n" } }, "/next?a=1"],
    ["Jolt-Redirect with an error status", "post", { "POST /x": { status: 401, headers: { "Jolt-Redirect": "/in" } }, "GET /in": { body: "n" } }, "/in"],
    ["an empty Jolt-Redirect reloads", "post", { "POST /x": { headers: { "Jolt-Redirect": "" } } }, "/"],
    ["Jolt-Redirect to this page reloads", "post", { "POST /x": { headers: { "Jolt-Redirect": "/" } } }, "/"],
    ["Jolt-Redirect to a place on this page reloads too", "post", { "POST /x": { headers: { "Jolt-Redirect": "/#other" } } }, "/#other"],
    ["a whole page for a GET", "get", { "GET /x": { body: login } }, "/x"],
    [
      "a whole page after a redirect",
      "post",
      { "POST /x": { status: 303, headers: { Location: "/login" } }, "GET /login": { body: login } },
      "/login",
    ],
  ]),
  ...group("origin", [
    ...["https://evil.test/", "//evil.test/", "javascript:alert(1)", "http://[", "data:text/html,x", "/\\evil.test"].map(
      (address) =>
        [
          `Jolt-Redirect to ${address} is refused`,
          { body, routes: { "POST /x": { headers: { "Jolt-Redirect": address } } } },
          async ({ page, settle, seen, origin }) => {
            await settle(() => page.click("#go"));
            expect((await seen()).errors).toEqual(["origin"]);
            expect(page.url()).toBe(`${origin}/`);
          },
        ] satisfies Parameters<typeof group>[1][number],
    ),
    ...["http://127.0.0.1:1/x", "//evil.test/x", "javascript:alert(1)", "http://["].map(
      (address) =>
        [
          `nothing is sent to ${address}`,
          { head: '<meta name="csrf-token" content="s3cret">', body: body.replace('"/x"', `"${address}"`) },
          async ({ page, settle, seen }) => {
            const requests: string[] = [];
            page.on("request", (request) => requests.push(request.url()));
            await settle(() => page.click("#go"));
            expect((await seen()).errors).toEqual(["origin"]);
            expect(requests).toEqual([]);
          },
        ] satisfies Parameters<typeof group>[1][number],
    ),
    [
      "a redirect to another site is not followed",
      {
        body,
        policy: "default-src 'self'; connect-src *",
        routes: {
          "POST /x": ({ headers }) => ({
            status: 307,
            headers: { Location: `http://localhost:${headers.host?.split(":")[1]}/there` },
          }),
          "OPTIONS /there": { headers: { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*" } },
          "POST /there": { headers: { "Access-Control-Allow-Origin": "*" }, body: "stolen" },
        },
      },
      async ({ page, settle, seen, html, log }) => {
        await settle(() => page.click("#go"));
        expect((await seen()).errors).toEqual(["network"]);
        expect(await html("#out")).toBe("old");
        expect(log.map(({ path }) => path)).toEqual(["/x"]);
      },
    ],
  ]),
  ...group("status", [
    [
      "a whole page as an error of a GET",
      { body: body.replace("post", "get"), routes: { "GET /x": { status: 422, body: login } } },
      async ({ page, settle, seen, origin }) => {
        await settle(() => page.click("#go"));
        expect((await seen()).errors).toEqual(["document"]);
        expect(page.url()).toBe(`${origin}/`);
      },
    ],
  ]),
  ...group("caching", [
    [
      "back shows the whole page, not the fragment of the same address",
      {
        body: `<button id="go" jolt-get="/list" jolt-target="#out">go</button><div id="out"></div><a id="away" href="/away">away</a>`,
        routes: {
          "GET /list": ({ headers }) => ({
            headers: { "Cache-Control": "max-age=60" },
            body: headers["jolt"] ? "fragment" : '<p id="whole">whole</p><a id="away" href="/away">away</a>',
          }),
          "GET /away": "<p>away</p>",
        },
      },
      async ({ page, settle, html }) => {
        await settle(() => page.click("#go"));
        expect(await html("#out")).toBe("fragment");
        await page.goto(new URL("/list", page.url()).href);
        expect(await html("#whole")).toBe("whole");
        await page.goto(new URL("/away", page.url()).href);
        await page.goBack();
        expect(await html("#whole")).toBe("whole");
      },
    ],
  ]),
];
