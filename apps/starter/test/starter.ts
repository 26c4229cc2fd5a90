import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { launchChromium } from "../../../scripts/chromium.ts";
// @boundaries-ignore repository scripts, for tests alone
import { describeWithChromium } from "../../../scripts/describe-with-chromium.ts";
import { type DataFolder, makeDataFolder, type RunningServer, startServer } from "./start-server.ts";
import { type Tab, Visitor } from "./tab.ts";

/** The program on data of its own, and a Chromium to visit it with; both run while tests do. */
export interface Starter {
  readonly data: DataFolder;
  readonly url: string;
  readonly browser: Browser;
  /** What is stored now. */
  titles(): string[];
  /** What is stored as done now. */
  done(): string[];
}

/** A suite with the app running. */
export function describeStarter(suite: (starter: Starter) => void): void {
  describeWithChromium("the starter app", () => {
    const data = makeDataFolder();
    let server: RunningServer;
    let browser: Browser;

    beforeAll(async () => {
      server = await startServer(data.path);
      browser = await launchChromium();
    });

    afterAll(async () => {
      await browser?.close();
      await server?.stop();
      data.remove();
    });

    suite({
      data,
      get url() {
        return server.url;
      },
      get browser() {
        return browser;
      },
      titles: () => data.rows().map(({ title }) => title),
      done: () =>
        data
          .rows()
          .filter((row) => row.done)
          .map(({ title }) => title),
    });
  });
}

/** Someone with the app open; the list is Milk, Eggs (done) and Bread before each test. */
export interface Visit {
  readonly js: boolean;
  readonly visitor: Visitor;
  readonly tab: Tab;
}

/** The same suite with JavaScript on and off. */
export function describeOnAndOff(starter: Starter, suite: (visit: Visit) => void): void {
  describe.each([
    ["on", true],
    ["off", false],
  ])("with JavaScript %s", (_, js) => {
    let visitor: Visitor;
    let tab: Tab;

    // One context for all: starting them costs more than the tests do.
    beforeAll(async () => {
      visitor = await Visitor.arrive(starter.browser, starter.url, js);
      tab = await visitor.open();
    });

    afterAll(() => visitor.leave());

    beforeEach(async () => {
      starter.data.fill(["Milk", "✓Eggs", "Bread"]);
      await tab.goto("/");
      await tab.expectTitles(["Milk", "Eggs", "Bread"]);
    });

    afterEach(() => visitor.expectNoComplaints());

    suite({
      js,
      get visitor() {
        return visitor;
      },
      get tab() {
        return tab;
      },
    });
  });
}
