import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { launchChromium } from "../../../../scripts/chromium.ts";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithChromium } from "../../../../scripts/describe-with-chromium.ts";
import * as c from "../../src/index.ts";
import { candidatesOf, INVALID, isSafe } from "../oracle/urls.ts";
import { badAddressesOf, follow, strangersOf, valuesOf } from "./inspect.ts";
import { type Context, contexts, type Expectation, modes } from "./modes.ts";
import { payloads } from "./payloads/index.ts";
import { markup } from "./payloads/markup.ts";
import { urls } from "./payloads/urls.ts";
import { ORIGIN, Watched } from "./visit.ts";

const HARMLESS = "harmless";

const pageOf = (...body: readonly c.Child[]): Uint8Array =>
  c.renderToBytes(() =>
    c.document(c.html_({ lang: "en" }, c.head(c.meta({ charset: "utf-8" }), c.title("proof")), c.body(body))),
  );

const trusted = (bytes: Uint8Array): c.Html => c.raw(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));

/** Each value in a box of its own, and the values that have one: a view may refuse a name. */
function boxesOf(
  view: (value: string) => c.Html,
  hostile: readonly string[] = payloads,
): {
  readonly bytes: Uint8Array;
  readonly values: readonly string[];
} {
  const values: string[] = [];
  const bytes: Uint8Array[] = [];
  for (const value of [HARMLESS, ...hostile]) {
    try {
      bytes.push(c.renderToBytes(() => c.section(view(value))));
      values.push(value);
    } catch (error) {
      expect((error as { code: string }).code).toMatch(/^WATT_CONDUIT_(ATTRIBUTE|STYLE)/);
    }
  }
  return { bytes: pageOf(bytes.map(trusted)), values };
}

/** What becomes of text: NUL and lone surrogates are no characters of HTML. */
const kept = (value: string): string => value.replace(/[\0\p{Surrogate}]/gu, "\uFFFD");

// Browsers spell some letters of hosts otherwise than Node, and tell that they ask for the invalid address.
const withoutHash = (url: string): string => url.replace(/#.*$/s, "").replaceAll("%2A", "*");

/** Addresses that a browser may ask for, since somebody gave them. */
const asked = new Set(
  payloads
    .flatMap((value) => [value, ...candidatesOf(value).map(({ url }) => url)])
    .concat(HARMLESS, INVALID)
    .flatMap((url) =>
      (isSafe(url) || url === INVALID) && URL.canParse(kept(url), `${ORIGIN}/page`)
        ? [withoutHash(new URL(kept(url), `${ORIGIN}/page`).href)]
        : [],
    ),
);

const named = (values: readonly string[], seen: readonly { at: number; what: string }[]): string[] =>
  seen.slice(0, 5).map(({ at, what }) => `${JSON.stringify(values[at])?.slice(0, 200)}: ${what.slice(0, 500)}`);

describeWithChromium("hostile values", () => {
  let browser: Browser;
  let watched: Watched;
  beforeAll(async () => {
    expect(payloads.length).toBeGreaterThan(300);
    browser = await launchChromium();
    watched = await Watched.open(browser);
  });
  afterAll(async () => browser?.close());

  describe.each(modes)("in $name", ({ views }) => {
    test.each(Object.keys(contexts) as Context[])("as %s do nothing", async (context) => {
      const { found, fetches = false, isName = false }: Expectation = contexts[context];
      const { bytes, values } = boxesOf(views[context]);
      expect(values.length).toBeGreaterThan(isName ? 5 : payloads.length);
      const { page, runs, requests } = await watched.visit(bytes);

      expect(runs).toEqual([]);
      expect(requests.map(withoutHash).filter((url) => !fetches || !asked.has(url))).toEqual([]);
      const root = await page.evaluateHandle("document");
      expect(await page.locator("body > section").count()).toBe(values.length);
      expect(named(values, await root.evaluate(strangersOf as never, isName as never))).toEqual([]);
      expect(named(values, await root.evaluate(badAddressesOf as never))).toEqual([]);
      if (found !== undefined) {
        const written = await root.evaluate(valuesOf as never, found as never);
        expect(written).toEqual(found === "json" || found === "code" ? values : values.map(kept));
      }
    });

    test.each<Context>(["text", "attribute", "link", "style", "JSON"])(
      "as %s of a document in a document do nothing",
      async (context) => {
        const { bytes, values } = boxesOf(views[context]);
        const { page, runs, requests } = await watched.visit(pageOf(c.iframe({ srcdoc: trusted(bytes) })));
        expect([runs, requests]).toEqual([[], []]);
        expect(await page.locator("body > *").count()).toBe(1);
        const root = await page.frames()[1]!.evaluateHandle("document");
        expect(await root.evaluate(({ body }: Document) => body.children.length, root)).toBe(values.length);
        expect(named(values, await root.evaluate(strangersOf as never, false as never))).toEqual([]);
      },
    );

    test("lead nowhere when their links are followed", async () => {
      const { page, runs, requests } = await watched.visit(boxesOf(views.link).bytes);
      const root = await page.evaluateHandle("document");
      expect(await root.evaluate(follow as never)).toBeGreaterThan(100);
      expect(runs).toEqual([]);
      expect(requests.map(withoutHash).filter((url) => !asked.has(url))).toEqual([]);
      expect(page.url()).toBe(`${ORIGIN}/page`);
    });

    test("refresh nothing", async () => {
      const all = payloads.map((value) => c.renderToString(() => views.refresh(value)));
      const refused = all.filter((html) => html.includes(`"${INVALID}"`));
      expect(refused.length).toBeGreaterThan(payloads.length - 20);
      const { page, runs, requests } = await watched.visit(
        pageOf(c.raw(refused.join("").replace(/<.?template>/g, ""))),
      );
      await page.waitForTimeout(200);
      expect([runs, requests, page.url()]).toEqual([[], [], `${ORIGIN}/page`]);
      expect(await page.locator("meta[http-equiv=refresh]").count()).toBe(refused.length);
    });
  });

  describe("would be noticed", () => {
    test("where markup is written as it is", async () => {
      const frames = markup.slice(0, 60).map((value) => c.iframe({ srcdoc: c.raw(value) }));
      const { runs, requests } = await watched.visit(pageOf(...frames));
      expect(runs.filter((what) => what === "alert").length).toBeGreaterThan(30);
      expect(runs.filter((what) => what !== "alert").length).toBeGreaterThan(30);
      expect(requests.filter((url) => url.includes("evil.invalid")).length).toBeGreaterThan(2);
    });

    test.each<[string, Context, (html: string) => string]>([
      ["a quote is not escaped", "attribute", (html) => html.replaceAll("&#34;", '"')],
      ["< is not escaped", "text of a cell", (html) => html.replaceAll("&lt;", "<")],
      ["a title is not escaped", "text of a title", (html) => html.replaceAll("&lt;", "<").replaceAll("&gt;", ">")],
      ["JSON is not escaped", "JSON", (html) => html.replaceAll("\\u003c", "<").replaceAll("\\u003e", ">")],
    ])("where %s", async (_, context, broken) => {
      const html = new TextDecoder().decode(boxesOf(modes[0]!.views[context]).bytes);
      const { page } = await watched.visit(new TextEncoder().encode(broken(html)));
      const root = await page.evaluateHandle("document");
      expect(await root.evaluate(strangersOf as never, false as never)).not.toEqual([]);
    });

    test("where an address is not checked", async () => {
      const { page, runs } = await watched.visit(boxesOf((v) => c.a({ href: c.rawUrl(v) }), urls.slice(0, 60)).bytes);
      const root = await page.evaluateHandle("document");
      expect((await root.evaluate<unknown[], never>(badAddressesOf as never)).length).toBeGreaterThan(20);
      await root.evaluate(follow as never);
      expect(runs.length).toBeGreaterThan(5);
    });

    test("where a style is not checked", async () => {
      const { requests } = await watched.visit(
        boxesOf((v) => c.div({ style: { "background-image": c.rawCss(v) } }, "x")).bytes,
      );
      expect(requests.filter((url) => url.includes("evil.invalid")).length).toBeGreaterThan(0);
    });
  });
});
