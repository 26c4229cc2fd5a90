// Run by hand, from the root: node --conditions=@watt/source apps/starter/test/screenshots.ts
// Photographs the page in every state, width and colour scheme, into a temporary folder that it prints.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
// @boundaries-ignore repository scripts, for tests alone
import { launchChromium } from "../../../scripts/chromium.ts";
import { makeDataFolder, startServer } from "./start-server.ts";

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const titles = [
  "Change the bulb in the hall",
  "Book the electrician",
  "Return the borrowed drill",
  "Label the fuse box, so that nobody has to guess in the dark which switch is the one for the kitchen",
];

const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async empty() {},
  async items(page) {
    for (const [index, title] of titles.entries()) {
      await page.fill("#new-title", title);
      await page.press("#new-title", "Enter");
      await page.locator(`#todo-${index + 1}`).waitFor();
    }
    await page.click("#toggle-1");
    await page.locator("#todo-1.done").waitFor();
    await page.focus("#new-title");
  },
  async refused(page) {
    await page.press("#new-title", "Enter");
    await page.locator(".problem").waitFor();
  },
  async editing(page) {
    await page.reload();
    await page.click("#edit-2");
    await page.fill("#title-2-field", "x".repeat(130));
    await page.press("#title-2-field", "Enter");
    await page.locator("#title-2-field-problem").waitFor();
  },
  async completed(page) {
    await page.goto(new URL("/?show=completed", page.url()).href);
    await page.focus("#toggle-1");
    await page.keyboard.press("Tab");
  },
  async gone(page) {
    await page.goto(new URL("/?edit=99", page.url()).href);
  },
  async error(page) {
    await page.goto(new URL("/nowhere", page.url()).href);
  },
};

const out = mkdtempSync(join(tmpdir(), "watt-starter-shots-"));
const browser = await launchChromium();
for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, viewport] of Object.entries(sizes)) {
    const data = makeDataFolder();
    const server = await startServer(data.path);
    const page = await browser.newPage({ viewport, colorScheme });
    await page.goto(server.url);
    for (const [state, arrange] of Object.entries(states)) {
      await arrange(page);
      await page.mouse.move(0, 0);
      await page.screenshot({ path: join(out, `${state}-${size}-${colorScheme}.png`) });
    }
    await page.close();
    await server.stop();
    data.remove();
  }
}
await browser.close();
console.log(out);
