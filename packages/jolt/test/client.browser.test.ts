import { afterAll, beforeAll, test } from "vitest";
import type { Browser } from "playwright-core";
// @boundaries-ignore repository scripts, for tests alone
import { launchChromium } from "../../../scripts/chromium.ts";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithChromium } from "../../../scripts/describe-with-chromium.ts";
import { cases } from "./cases/index.ts";
import { Harness } from "./harness.ts";
import { minifiedClient } from "./minified-client.ts";

// Every case runs on the minified file, under a policy that allows no inline code and requires Trusted Types.
describeWithChromium("jolt.min.js", () => {
  let browser: Browser;
  let harness: Harness;
  beforeAll(async () => {
    browser = await launchChromium();
    harness = new Harness(await minifiedClient());
    await harness.open(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await harness?.close();
  });

  test.each(cases.map((row) => [`${row.group}: ${row.name}`, row] as const))("%s", async (_, { site, act }) => {
    await harness.run(site, act);
  });
});
