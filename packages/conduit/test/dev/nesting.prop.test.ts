import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { dev } from "../../src/dev/dev.ts";
import { inspection } from "../../src/html/inspector.ts";
import { type Html, renderToString } from "../../src/index.ts";
import { ofTree, parsed } from "./canonical.ts";
import { build, type Element, trees, withAncestors } from "./trees.ts";

const runs = process.env["WATT_FULL"] === "1" ? 60_000 : 3_000;
const seed = Number(process.env["WATT_SEED"] ?? 1);

afterEach(() => {
  inspection.inspector = undefined;
});

/** What dev mode says of a tree: nothing, or the first line of its error. */
function saysDev(tree: Element): string | undefined {
  dev();
  try {
    renderToString(() => build(tree) as Html);
    return undefined;
  } catch (error) {
    return (error as Error).message.split("\n")[0];
  } finally {
    inspection.inspector = undefined;
  }
}

/** Whether a parser makes the tree that was built, with scripts and without. */
function isKept(tree: Element): boolean {
  const written = renderToString(() => build(tree) as Html);
  return [false, true].every(
    (scripting) => JSON.stringify(parsed(written, scripting)) === JSON.stringify([ofTree(tree, scripting)]),
  );
}

// parse5 reads the content of <select> by an older version of the standard, which drops most elements in it. Chromium is asked
// about them: nesting.browser.test.ts.
const inSelect = new Set("option optgroup hr script template".split(" "));
function isOldSelect(tree: Element): boolean {
  return [...withAncestors(tree)].every(([{ tag }, above]) => {
    const nearest = above.find((one) => one.tag === "select" || one.tag === "template");
    return nearest?.tag !== "select" || inSelect.has(tag);
  });
}

// Refused everywhere, though parsers leave them alone there: a form in a form inside of a template, a link in a link in SVG.
const shared = new Set(["a", "script", "style", "title"]);
export function isException(tree: Element): boolean {
  return [...withAncestors(tree)].some(([{ tag }, above]) => {
    const outer = above.findIndex((one) => one.tag === tag);
    if (outer === -1) return false;
    if (tag === "form") return above.some((one) => one.tag === "template");
    return tag === "a" && above.slice(0, outer).every((one) => shared.has(one.tag));
  });
}

test("dev mode refuses a tree exactly when a parser makes another one of it", () => {
  const counts = { kept: 0, refused: 0 };
  fc.assert(
    fc.property(
      trees.filter((tree) => isOldSelect(tree) && !isException(tree)),
      (tree) => {
        const error = saysDev(tree);
        const kept = isKept(tree);
        counts[kept ? "kept" : "refused"]++;
        expect(error === undefined ? "kept" : "refused", error ?? renderToString(() => build(tree) as Html)).toBe(
          kept ? "kept" : "refused",
        );
      },
    ),
    { numRuns: runs, seed },
  );
  // Trees that are right must not be rare.
  expect(Math.min(counts.kept, counts.refused)).toBeGreaterThan(runs / 10);
});
