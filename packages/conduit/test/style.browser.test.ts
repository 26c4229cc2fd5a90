import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
// @boundaries-ignore repository scripts, for tests alone
import { launchChromium } from "../../../scripts/chromium.ts";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithChromium } from "../../../scripts/describe-with-chromium.ts";
import { isSafeCssValue } from "../src/escape/css.ts";
import { div, renderToString } from "../src/index.ts";

// What CSS is made of, and what ends a value, a declaration or an attribute.
const PIECES =
  "red 1px #fff 50% , / * + - . ( ) [ ] { } \" ' ; : < > = @ ! & \\ url url( URL( image-set( src( attr( calc( var(--c) rgb( " +
  "/* */ <!-- --> </style> !important @import expression( u\\72l( é \u00a0 \u2028 a-b --d";
const pieces = [
  ...PIECES.split(" "),
  " ",
  "\t",
  "\n",
  "\f",
  "\0",
  "'a'",
  '"b"',
  "url(/x)",
  'image-set("/x" 1x)',
  "(1",
  "1)",
];

const seed = Number(process.env["WATT_SEED"] ?? 1);
const count = process.env["WATT_FULL"] === "1" ? 200_000 : 20_000;

/** Values in any order of pieces, of which those that are written. */
function writtenValues(): string[] {
  let state = seed >>> 0;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const values = Array.from({ length: count }, () =>
    Array.from({ length: 1 + below(6) }, () => pieces[below(pieces.length)]).join(""),
  );
  return [...new Set(values)].filter((value) => value.trim() !== "" && isSafeCssValue(value));
}

describeWithChromium("styles", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => browser?.close());

  test("a value that is written ends where it ends, and fetches nothing", async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    const values = writtenValues();
    expect(values.length).toBeGreaterThan(500);
    const boxes = values.map((value) =>
      renderToString(() =>
        div({ style: { "--a": value, "background-image": value as never, content: value, "--b": "end" } }),
      ),
    );
    await page.route("**", (route) => {
      requests.push(route.request().url());
      return route.fulfill({ contentType: "text/html", body: `<!doctype html><body>${boxes.join("")}` });
    });
    await page.goto("http://styles.invalid/", { waitUntil: "networkidle" });
    const wrong = await page.evaluate(() => {
      const names = new Set(["--a", "--b", "content"]);
      return [...document.querySelectorAll<HTMLElement>("body > *")].flatMap(({ style, attributes, tagName }, at) => {
        const others = [...style].filter((name) => !names.has(name) && !name.startsWith("background"));
        const isRight = style.getPropertyValue("--b") === "end" && others.length === 0;
        return isRight && attributes.length === 1 && tagName === "DIV" ? [] : [at];
      });
    });
    expect(wrong.map((at) => values[at])).toEqual([]);
    expect(await page.locator("body > *").count()).toBe(values.length);
    expect(requests.filter((url) => !url.endsWith("/favicon.ico"))).toEqual(["http://styles.invalid/"]);
    await page.close();
  });
});
