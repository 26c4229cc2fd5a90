import { expect } from "vitest";
import { group, type Row } from "./spec.ts";

const list = (swap: string, target = "#b"): string =>
  `<ul><li id="a">a</li><li id="b"><i>b</i></li></ul><button id="go" jolt-post="/x" jolt-target="${target}" jolt-swap="${swap}">go</button>`;
const row = "<tr><td>new</td></tr>";
const table = (swap: string, target: string): string =>
  `<table><tbody id="body"><tr id="r"><td>old</td></tr></tbody></table><button id="go" jolt-get="/x" jolt-target="${target}" jolt-swap="${swap}">go</button>`;
const envelope = (answer: string, swap = ""): { body: string; routes: Record<string, string> } => ({
  body: `<main id="main">old</main><ul id="list"><li>1</li></ul><b id="n">1</b><table><tbody id="rows"></tbody></table>
    <button id="go" jolt-post="/x" jolt-target="#main"${swap}>go</button>`,
  routes: { "POST /x": answer },
});

export const swaps: readonly Row[] = [
  ...group(
    "swap",
    (
      [
        ["innerHTML", "<u>x</u>", '<li id="a">a</li><li id="b"><u>x</u></li>'],
        ["outerHTML", "<li>x</li>", '<li id="a">a</li><li>x</li>'],
        ["beforebegin", "<li>x</li>", '<li id="a">a</li><li>x</li><li id="b"><i>b</i></li>'],
        ["afterbegin", "<u>x</u>", '<li id="a">a</li><li id="b"><u>x</u><i>b</i></li>'],
        ["beforeend", "<u>x</u>", '<li id="a">a</li><li id="b"><i>b</i><u>x</u></li>'],
        ["afterend", "<li>x</li>", '<li id="a">a</li><li id="b"><i>b</i></li><li>x</li>'],
        ["delete", "", '<li id="a">a</li>'],
        ["delete", "whatever", '<li id="a">a</li>'],
        ["none", "<li>x</li>", '<li id="a">a</li><li id="b"><i>b</i></li>'],
        ["", "several <u>x</u> nodes", '<li id="a">a</li><li id="b">several <u>x</u> nodes</li>'],
        ["outerHTML", "", '<li id="a">a</li>'],
        ["outerHTML", "<li>x</li><li>y</li>", '<li id="a">a</li><li>x</li><li>y</li>'],
      ] as const
    ).map(([swap, answer, expected]) => [
      `${swap || "default"} with ${JSON.stringify(answer)}`,
      { body: list(swap), routes: { "POST /x": answer } },
      async ({ page, settle, html, seen }) => {
        await settle(() => page.click("#go"));
        expect(await html("ul")).toBe(expected);
        expect((await seen()).errors).toEqual([]);
      },
    ]),
  ),
  ...group(
    "rows of a table",
    (
      [
        ["innerHTML", "#body", row],
        ["outerHTML", "#r", row],
        ["beforebegin", "#r", `${row}<tr id="r"><td>old</td></tr>`],
        ["beforeend", "#body", `<tr id="r"><td>old</td></tr>${row}`],
        ["afterend", "#r", `<tr id="r"><td>old</td></tr>${row}`],
        ["afterbegin", "#body", `${row}<tr id="r"><td>old</td></tr>`],
      ] as const
    ).map(([swap, target, expected]) => [
      swap,
      { body: table(swap, target), routes: { "GET /x": row } },
      async ({ page, settle, html }) => {
        await settle(() => page.click("#go"));
        expect(await html("#body")).toBe(expected);
      },
    ]),
  ),
  ...group("target", [
    [
      "this, and nothing, are the element itself",
      { body: '<button id="a" jolt-get="/x">1</button><button id="b" jolt-get="/x" jolt-target="this">1</button>', routes: { "GET /x": "2" } },
      async ({ page, settle, html }) => {
        await settle(() => page.click("#a"));
        await settle(() => page.click("#b"));
        expect([await html("#a"), await html("#b")]).toEqual(["2", "2"]);
      },
    ],
    [
      "closest X",
      { body: '<ul><li id="l"><button jolt-delete="/x" jolt-target="closest li" jolt-swap="outerHTML">x</button></li></ul>', routes: { "DELETE /x": "" } },
      async ({ page, settle, html }) => {
        await settle(() => page.click("button"));
        expect(await html("ul")).toBe("");
      },
    ],
    [
      "a selector takes the first match",
      { body: '<p class="t"></p><p class="t"></p><button jolt-get="/x" jolt-target="p.t">x</button>', routes: { "GET /x": "1" } },
      async ({ page, settle, html }) => {
        await settle(() => page.click("button"));
        expect(await html("body")).toContain('<p class="t">1</p><p class="t"></p>');
      },
    ],
    ...["#absent", "p >", "closest li"].map(
      (target) =>
        [
          `${target} is an error, and the page stays`,
          { body: `<button id="go" jolt-get="/x" jolt-target="${target}">x</button>`, routes: { "GET /x": "1" } },
          async ({ page, settle, html, seen }) => {
            await settle(() => page.click("#go"));
            expect((await seen()).errors).toEqual(["target"]);
            expect(await html("#go")).toBe("x");
          },
        ] satisfies Parameters<typeof group>[1][number],
    ),
    [
      "an unknown token is an error, and the page stays",
      { body: list("sideways"), routes: { "POST /x": "1" } },
      async ({ page, settle, html, seen }) => {
        await settle(() => page.click("#go"));
        expect((await seen()).errors).toEqual(["swap"]);
        expect(await html("#b")).toBe("<i>b</i>");
      },
    ],
  ]),
  ...group("envelope", [
    [
      "alone it leaves the main target as it was",
      envelope('\n<template jolt-target="#list" jolt-swap="beforeend"><li>2</li></template>\n<template jolt-target="#n">2</template>\n'),
      async ({ page, settle, html, seen }) => {
        await settle(() => page.click("#go"));
        expect([await html("#main"), await html("#list"), await html("#n")]).toEqual(["old", "<li>1</li><li>2</li>", "2"]);
        expect((await seen()).errors).toEqual([]);
      },
    ],
    [
      "what stands outside is the main content",
      envelope('<p>new</p><template jolt-target="#n">2</template> and more'),
      async ({ page, settle, html }) => {
        await settle(() => page.click("#go"));
        expect([await html("#main"), await html("#n")]).toEqual(["<p>new</p> and more", "2"]);
      },
    ],
    [
      "with swap none only the parts count",
      envelope('<p>new</p><template jolt-target="#n">2</template>', ' jolt-swap="none"'),
      async ({ page, settle, html }) => {
        await settle(() => page.click("#go"));
        expect([await html("#main"), await html("#n")]).toEqual(["old", "2"]);
      },
    ],
    [
      "rows of a table",
      envelope(`<template jolt-target="#rows" jolt-swap="beforeend">${row}</template>`),
      async ({ page, settle, html }) => {
        await settle(() => page.click("#go"));
        expect(await html("#rows")).toBe(row);
      },
    ],
    [
      "main first, then the parts in their order: a part may aim at what came before it",
      envelope('<template jolt-target="#x">1</template><i id="x"></i><template jolt-target="#x" jolt-swap="beforeend">2</template>'),
      async ({ page, settle, html }) => {
        await settle(() => page.click("#go"));
        expect(await html("#main")).toBe('<i id="x">12</i>');
      },
    ],
    [
      "a part without its target is an error, the others count",
      envelope('<template jolt-target="#absent">1</template><template jolt-target="#n">2</template>'),
      async ({ page, settle, html, seen }) => {
        await settle(() => page.click("#go"));
        expect(await html("#n")).toBe("2");
        expect((await seen()).errors).toEqual(["target"]);
      },
    ],
    [
      "templates inside content, and those without a target, are content",
      envelope('<div><template jolt-target="#n">no</template></div><template id="t">x</template>'),
      async ({ page, settle, html }) => {
        await settle(() => page.click("#go"));
        expect(await html("#n")).toBe("1");
        expect(await html("#main")).toContain('<template id="t">x</template>');
      },
    ],
    [
      "text that looks like an envelope stays text",
      envelope('<p title="<template jolt-target=#n>no</template>">&lt;template jolt-target="#n">no&lt;/template></p><!-- <template jolt-target="#n">no</template> -->'),
      async ({ page, settle, html }) => {
        await settle(() => page.click("#go"));
        expect(await html("#n")).toBe("1");
      },
    ],
    [
      "a textarea can ask for one",
      { body: '<textarea id="t" name="t" jolt-post="/x">a</textarea><b id="n"></b>', routes: { "POST /x": '<template jolt-target="#n">saved</template>' } },
      async ({ page, settle, html }) => {
        await page.fill("#t", "b");
        await settle(() => page.locator("#t").blur());
        expect(await html("#n")).toBe("saved");
        expect(await page.inputValue("#t")).toBe("b");
      },
    ],
  ]),
  ...group(
    "scripts in swapped content",
    ["<script src=/s.js></script>", '<template jolt-target="#main"><script src="/s.js"></script></template>'].map(
      (answer) => [
        `a file runs once: ${answer}`,
        {
          ...envelope(answer),
          routes: {
            "POST /x": answer,
            "GET /s.js": { headers: { "Content-Type": "text/javascript" }, body: "window.ran = (window.ran ?? 0) + 1" },
          },
        },
        async ({ page, settle }) => {
          await settle(() => page.click("#go"));
          await expect.poll(() => page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBe(1);
        },
      ],
    ),
  ),
];
