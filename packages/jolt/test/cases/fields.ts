import { expect } from "vitest";
import type { Received } from "../harness.ts";
import { group, type Row } from "./spec.ts";

const echo = ({ method }: Received): string => `<i>${method}</i>`;
const out = '<div id="out"></div>';

export const fields: readonly Row[] = [
  ...group(
    "verbs",
    ["get", "post", "put", "patch", "delete"].map((verb) => [
      verb,
      {
        body: `<button id="b" jolt-${verb}="/x" jolt-target="#out">go</button>${out}`,
        routes: { [`${verb.toUpperCase()} /x`]: echo },
      },
      async ({ page, settle, html, log }) => {
        await settle(() => page.click("#b"));
        expect(await html("#out")).toBe(`<i>${verb.toUpperCase()}</i>`);
        expect(log).toHaveLength(1);
        expect(log[0]?.headers).toMatchObject({ jolt: "1", "jolt-target": "out", "jolt-source": "b" });
      },
    ]),
  ),
  ...group("headers", [
    [
      "ids are percent-encoded, and absent where there is none",
      { body: '<p><button jolt-get="/x" jolt-target="closest p">a</button></p><button id="✓ x" jolt-get="/x">b</button>', routes: { "GET /x": "ok" } },
      async ({ page, settle, log }) => {
        await settle(() => page.click("button"));
        await settle(() => page.click("body > button"));
        expect(log[0]?.headers).not.toHaveProperty("jolt-target");
        expect(log[0]?.headers).not.toHaveProperty("jolt-source");
        expect(log[1]?.headers["jolt-source"]).toBe("%E2%9C%93%20x");
      },
    ],
    [
      "the id of a form is found behind a field of that name",
      { body: '<form id="f" jolt-post="/x"><input name="id" value="7"><input name="remove"><button>go</button></form>', routes: { "POST /x": "ok" } },
      async ({ page, settle, log, html }) => {
        await settle(() => page.click("button"));
        expect(log[0]?.headers["jolt-source"]).toBe("f");
        expect(log[0]?.body).toBe("id=7&remove=");
        expect(await html("#f")).toBe("ok");
      },
    ],
    [
      "a form with a field called remove can be removed",
      { body: '<form jolt-delete="/x" jolt-swap="delete"><input name="remove"><button>go</button></form>', routes: { "DELETE /x": "" } },
      async ({ page, settle }) => {
        await settle(() => page.click("button"));
        expect(await page.locator("form").count()).toBe(0);
      },
    ],
    [
      "the CSRF token goes with everything but GET",
      {
        head: '<meta name="csrf-token" content="s3cret">',
        body: '<button id="p" jolt-post="/x">p</button><button id="d" jolt-delete="/x">d</button><button id="g" jolt-get="/x">g</button>',
        routes: { "POST /x": "", "DELETE /x": "", "GET /x": "" },
      },
      async ({ page, settle, log }) => {
        for (const id of ["#p", "#d", "#g"]) await settle(() => page.click(id));
        expect(log.map(({ headers }) => headers["x-csrf-token"])).toEqual(["s3cret", "s3cret", undefined]);
      },
    ],
  ]),
  ...group("fields", [
    [
      "a form is sent urlencoded, with the button that was pressed",
      {
        body: `<form jolt-post="/x" jolt-target="#out"><input name="a" value="1 &amp; ü"><input type="checkbox" name="c" checked>
          <input type="checkbox" name="no"><input type="file" name="f"><button name="do" value="x">x</button><button name="do" value="y">y</button></form>${out}`,
        routes: { "POST /x": "ok" },
      },
      async ({ page, settle, log }) => {
        await settle(() => page.click("[value=y]"));
        expect(log[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded;charset=UTF-8");
        expect(log[0]?.body).toBe("a=1+%26+%C3%BC&c=on&f=&do=y");
      },
    ],
    [
      "Enter submits with the default button",
      { body: `<form jolt-post="/x" jolt-target="#out"><input name="a"><button name="do" value="x">x</button></form>${out}`, routes: { "POST /x": "ok" } },
      async ({ page, settle, log }) => {
        await page.fill("input", "1");
        await settle(() => page.press("input", "Enter"));
        expect(log.map(({ body }) => body)).toEqual(["a=1&do=x"]);
      },
    ],
    [
      "the form's own action and the button's formaction give way to the verb",
      { body: `<form action="/no" method="post" jolt-put="/x" jolt-target="#out"><button formaction="/no2">x</button></form>${out}`, routes: { "PUT /x": "ok" } },
      async ({ page, settle, log }) => {
        await settle(() => page.click("button"));
        expect(log.map(({ method, path }) => `${method} ${path}`)).toEqual(["PUT /x"]);
      },
    ],
    [
      "multipart where the form says so",
      { body: `<form jolt-post="/x" enctype="multipart/form-data" jolt-target="#out"><input name="a" value="1"><button>x</button></form>${out}`, routes: { "POST /x": "ok" } },
      async ({ page, settle, log }) => {
        await settle(() => page.click("button"));
        expect(log[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
        expect(log[0]?.body).toContain('name="a"\r\n\r\n1');
      },
    ],
    [
      "GET puts the fields into the query, after what is there",
      { body: `<form jolt-get="/x?filter=done#h" jolt-target="#out"><input name="q" value="a b"><button>x</button></form>${out}`, routes: { "GET /x": "ok" } },
      async ({ page, settle, log }) => {
        await settle(() => page.click("button"));
        expect(log[0]).toMatchObject({ query: "filter=done&q=a+b", body: "" });
      },
    ],
    [
      "a button with its own verb sends the form's fields under it",
      {
        body: `<form jolt-post="/save" jolt-target="#out"><input name="a" value="1" required><button id="s">s</button>
          <button id="d" name="n" value="2" jolt-delete="/gone">d</button></form>${out}`,
        routes: { "POST /save": "saved", "DELETE /gone": "gone" },
      },
      async ({ page, settle, log, html }) => {
        await settle(() => page.click("#d"));
        expect(log.map(({ method, path, body }) => [method, path, body])).toEqual([["DELETE", "/gone", "a=1&n=2"]]);
        expect(await html("#out")).toBe("gone");
        await page.fill("input", "");
        await page.click("#d");
        expect(log).toHaveLength(1);
      },
    ],
    [
      "a button's own target stands before its form's",
      { body: `<form jolt-post="/x" jolt-target="#no"><button jolt-target="#out" jolt-swap="beforeend">x</button></form><p id="no"></p><div id="out">a</div>`, routes: { "POST /x": "b" } },
      async ({ page, settle, html }) => {
        await settle(() => page.click("button"));
        expect(await html("#out")).toBe("ab");
      },
    ],
    ...(
      [
        ["text", '<input name="a" value="1">', "input", "a=2"],
        ["checked box", '<input type="checkbox" name="a" value="1">', "check", "a=1"],
        ["unchecked box", '<input type="checkbox" name="a" value="1" checked>', "uncheck", ""],
        ["select", '<select name="a"><option>1<option>2</select>', "select", "a=2"],
        ["textarea", '<textarea name="a">1</textarea>', "input", "a=2"],
      ] as const
    ).map(
      ([name, control, action, body]) =>
        [
          `a control with a verb sends itself alone: ${name}`,
          {
            body: `<form><input name="other" value="o">${control.replace("name", `id="c" jolt-post="/x" jolt-target="#out" name`)}</form>${out}`,
            routes: { "POST /x": "ok" },
          },
          async ({ page, settle, log }) => {
            await settle(async () => {
              if (action === "check") await page.check("#c");
              else if (action === "uncheck") await page.uncheck("#c");
              else if (action === "select") await page.selectOption("#c", "2");
              else {
                await page.fill("#c", "2");
                await page.locator("#c").blur();
              }
            });
            expect(log.map((request) => request.body)).toEqual([body]);
          },
        ] satisfies Parameters<typeof group>[1][number],
    ),
  ]),
  ...group("validation", [
    [
      "an invalid form is not sent, and the first bad field has the focus",
      { body: `<form jolt-post="/x"><input name="a" required><button>x</button></form>`, routes: { "POST /x": "ok" } },
      async ({ page, log }) => {
        await page.click("button");
        expect(await page.evaluate(() => document.activeElement?.localName)).toBe("input");
        expect(log).toEqual([]);
      },
    ],
    [
      "novalidate and formnovalidate are honoured",
      { body: `<form novalidate jolt-post="/x" jolt-target="#out"><input required><button id="a">x</button></form>
          <form jolt-post="/x" jolt-target="#out"><input required><button id="b" formnovalidate>x</button></form>${out}`, routes: { "POST /x": "ok" } },
      async ({ page, settle, log }) => {
        await settle(() => page.click("#a"));
        await settle(() => page.click("#b"));
        expect(log).toHaveLength(2);
      },
    ],
    [
      "a form that is sent while typing is checked quietly",
      {
        body: `<form jolt-get="/x" jolt-target="#out" jolt-trigger="input"><input id="q" name="q"><input id="must" required></form>${out}`,
        routes: { "GET /x": "ok" },
      },
      async ({ page, log }) => {
        await page.locator("#q").pressSequentially("ab");
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("q");
        expect(log).toEqual([]);
      },
    ],
  ]),
];
