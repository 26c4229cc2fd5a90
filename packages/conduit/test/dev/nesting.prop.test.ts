import fc from "fast-check";
import { expect, test } from "vitest";
import { ofTree, parsed } from "./canonical.ts";
import { isException, saysDev, write } from "./says-dev.ts";
import { type Element, trees, withAncestors } from "./trees.ts";

const runs = process.env["WATT_FULL"] === "1" ? 60_000 : 3_000;
const seed = Number(process.env["WATT_SEED"] ?? 1);

/** Whether a parser makes the tree that was built, with scripts and without. */
function isKept(tree: Element): boolean {
  const text = write(tree);
  return [undefined, write].every(
    (scripting) => JSON.stringify(parsed(text, scripting !== undefined)) === JSON.stringify([ofTree(tree, scripting)]),
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

test("dev mode refuses a tree exactly when a parser makes another one of it", { timeout: 300_000 }, () => {
  const counts = { kept: 0, refused: 0 };
  fc.assert(
    fc.property(
      trees.filter((tree) => isOldSelect(tree) && !isException(tree)),
      (tree) => {
        const error = saysDev(tree);
        const kept = isKept(tree);
        counts[kept ? "kept" : "refused"]++;
        expect(error === undefined ? "kept" : "refused", error ?? write(tree)).toBe(kept ? "kept" : "refused");
      },
    ),
    { numRuns: runs, seed },
  );
  // Trees that are right must not be rare.
  expect(Math.min(counts.kept, counts.refused)).toBeGreaterThan(runs / 10);
});
