import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  linksModule,
  longPatternModule,
  longQueryModule,
  queriesModule,
  routesModule,
  PACKAGE,
} from "./generated-modules.ts";
// @boundaries-ignore repository scripts, for tests alone
import { typeCost } from "../../../../scripts/type-cost.ts";

const ROUTES = 1_000;
const GROWTH = 2.1;
// Of one text: that no name is there twice is looked at, too.
const GROWTH_OF_ONE = 2.2;
// Why so long: the compiler reads its libraries first.
const TIMEOUT_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), "watt-type-cost-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function costOf(moduleOf: (count: number) => string, count: number): number {
  const file = join(folder, `${moduleOf.name}-${count}.mts`);
  writeFileSync(file, moduleOf(count));
  const { errors, instantiations } = typeCost(PACKAGE, file);
  expect(errors).toEqual([]);
  return instantiations;
}

// Most instantiations: what was measured with TypeScript 6.0, and a fifth.
test.each([
  ["links", linksModule, 350_000],
  ["routes", routesModule, 356_000],
  ["typed queries", queriesModule, 1_012_000],
])("the types of 1,000 %s cost in proportion to their number", { timeout: TIMEOUT_MS }, (_, moduleOf, most) => {
  const cost = costOf(moduleOf, ROUTES);
  expect(cost).toBeLessThan(most);
  expect(cost / costOf(moduleOf, ROUTES / 2)).toBeLessThan(GROWTH);
});

test.each([
  ["a query of 40 fields", longQueryModule, 30_000],
  ["a pattern of 40 optional params", longPatternModule, 31_000],
])("so do those of %s", { timeout: TIMEOUT_MS }, (_, moduleOf, most) => {
  const cost = costOf(moduleOf, 40);
  expect(cost).toBeLessThan(most);
  expect(cost / costOf(moduleOf, 20)).toBeLessThan(GROWTH_OF_ONE);
});
