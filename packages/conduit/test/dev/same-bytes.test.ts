import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { dev } from "../../src/dev/dev.ts";
import { switchOff } from "./switch-off.ts";
import { type Html, renderToString } from "../../src/index.ts";
import { pages } from "./pages.ts";
import { saysDev, write } from "./says-dev.ts";
import { build, trees } from "./trees.ts";

const runs = process.env["WATT_FULL"] === "1" ? 10_000 : 500;
const seed = Number(process.env["WATT_SEED"] ?? 1);

const program = fileURLToPath(new URL("./pages.ts", import.meta.url));
const root = join(import.meta.dirname, "../..");
const inProcess = (...args: readonly string[]): string =>
  execFileSync(process.execPath, ["--conditions=@watt/source", ...args, program], { cwd: root, encoding: "utf8" });

describe("the same bytes", () => {
  test("twice in a process, and in two processes", () => {
    const once = pages();
    expect(once.length).toBeGreaterThan(1000);
    expect(pages()).toBe(once);
    expect(inProcess()).toBe(once);
    expect(inProcess()).toBe(once);
  });

  test("with dev mode from the command line", () => {
    expect(inProcess("--import", "@watt/conduit/dev")).toBe(pages());
  });

  test("of any tree, with dev mode and without", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        trees.filter((tree) => saysDev(tree) === undefined),
        (tree) => {
          const without = write(tree);
          dev();
          const bytes = renderToString(() => build(tree) as Html);
          switchOff();
          expect(bytes).toBe(without);
        },
      ),
      { numRuns: runs, seed },
    );
  });
});
