import fc from "fast-check";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { launchChromium } from "../../../../scripts/chromium.ts";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithChromium } from "../../../../scripts/describe-with-chromium.ts";
import { ofTree } from "./canonical.ts";
import { isException, saysDev, write } from "./says-dev.ts";
import { type Tree, trees, withAncestors } from "./trees.ts";

const runs = process.env["WATT_FULL"] === "1" ? 60_000 : 3_000;
const seed = Number(process.env["WATT_SEED"] ?? 1);

type Canonical = string | readonly [string, ...Canonical[]];

/** Runs in the page. Names as in canonical.ts. */
function parseAll(texts: readonly string[]): Canonical[] {
  const shared = new Set(["a", "script", "style", "title"]);
  const nameOf = ({ namespaceURI, localName }: Element): string => {
    const prefix = namespaceURI?.endsWith("svg") ? "svg " : namespaceURI?.endsWith("MathML") ? "math " : "";
    return shared.has(localName) && (prefix !== "math " || localName === "a") ? localName : prefix + localName;
  };
  const of = (node: Node): Canonical => {
    if (node instanceof Text) return node.data;
    const children = node instanceof HTMLTemplateElement ? node.content.childNodes : node.childNodes;
    return [nameOf(node as Element), ...[...children].map(of)];
  };
  return texts.map((text) => {
    if (text.startsWith("<html")) {
      return of(new DOMParser().parseFromString(`<!doctype html>${text}`, "text/html").documentElement);
    }
    const template = document.createElement("template");
    template.innerHTML = text;
    return ["", ...[...template.content.childNodes].map(of)];
  });
}

// Scripts are off in what a page parses by itself, so <noscript> may hold another; and Chromium keeps forms in templates of rows, which
// the standard and parse5 drop. nesting.prop.test.ts has both. What an option holds is copied to <selectedcontent>.
function isOther(tree: Tree): boolean {
  return [...withAncestors(tree)].some(([{ tag }, above]) => {
    if (tag === "selectedcontent") return true;
    return (
      (tag === "noscript" || tag === "form") && above.some((one) => one.tag === (tag === "form" ? "template" : tag))
    );
  });
}

describeWithChromium("Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => browser?.close());

  test("makes of a tree what was built, unless dev mode refuses it", async () => {
    const page = await browser.newPage();
    await page.setContent("<!doctype html><title>parse</title>");
    const all = fc.sample(
      trees.filter((tree) => !isException(tree) && !isOther(tree)),
      { numRuns: runs, seed },
    );
    const made = await page.evaluate(parseAll, all.map(write));
    const wrong = all.flatMap((tree, i) => {
      const built = tree.tag === "html" ? ofTree(tree) : ["", ofTree(tree)];
      const isKept = JSON.stringify(made[i]) === JSON.stringify(built);
      const error = saysDev(tree);
      return isKept === (error === undefined)
        ? []
        : [{ written: write(tree), error: error ?? "kept", made: JSON.stringify(made[i]) }];
    });
    wrong.sort((a, b) => a.written.length - b.written.length);
    expect(wrong.slice(0, 3)).toEqual([]);
    await page.close();
  }, 240_000);
});
