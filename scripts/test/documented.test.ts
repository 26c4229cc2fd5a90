import { expect, test } from "vitest";
import { undocumented } from "../documented.ts";

const ENTRIES = [
  "packages/electron/src/index.ts",
  "packages/electron/src/threads/index.ts",
  "packages/electron/src/locked/index.ts",
  "packages/capacitor/src/index.ts",
  "packages/capacitor/src/cache/index.ts",
  "packages/capacitor/src/compiled/index.ts",
  "packages/capacitor/src/shared/index.ts",
];

test.each(ENTRIES)("everything that %s exports says what it is", { timeout: 30_000 }, (entry) => {
  expect(undocumented(entry)).toEqual([]);
});
