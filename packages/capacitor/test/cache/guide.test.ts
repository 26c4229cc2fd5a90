import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const guide = readFileSync(join(import.meta.dirname, "../../../../docs/guide/caching.md"), "utf8");

test("the store of the guide is the one that is tested", () => {
  expect(guide).toContain(`\`\`\`ts\n${readFileSync(join(import.meta.dirname, "guide/redis-store.ts"), "utf8")}\`\`\``);
});
