import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

/** One visitor: a browser context with scripts or without, and everything in it that must not happen. */
export class Visitor {
  readonly js: boolean;
  readonly #url: string;
  readonly #context: BrowserContext;
  readonly #complaints: string[] = [];

  private constructor(context: BrowserContext, url: string, js: boolean) {
    this.#context = context;
    this.#url = url;
    this.js = js;
  }

  static async arrive(browser: Browser, url: string, js: boolean): Promise<Visitor> {
    const context = await browser.newContext({ javaScriptEnabled: js, viewport: { width: 900, height: 800 } });
    // Both, since either alone could hide a page that needs scripts.
    if (!js) await context.route("**/jolt.min.js", (route) => route.abort());
    if (js) {
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", ({ violatedDirective }) =>
          console.error(`CSP ${violatedDirective}`),
        );
      });
    }
    return new Visitor(context, url, js);
  }

  /** Opens the app in a new tab. */
  async open(path: string = "/"): Promise<Tab> {
    const page = await this.#context.newPage();
    page.setDefaultTimeout(5_000);
    page.on("pageerror", (error) => this.#complaints.push(String(error)));
    page.on("dialog", (dialog) => {
      this.#complaints.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("console", (message) => {
      // Chromium notes every refused form as an error of the network.
      if (message.type() === "error" && !/status of 422/.test(message.text())) this.#complaints.push(message.text());
    });
    const tab = new Tab(page, this.#url, this.js);
    await tab.goto(path);
    return tab;
  }

  /** Fails if anything went wrong in any tab since the last time. */
  expectNoComplaints(): void {
    expect(this.#complaints.splice(0)).toEqual([]);
  }

  async leave(): Promise<void> {
    await this.#context.close();
    this.expectNoComplaints();
  }
}

type Marked = Window & { marked?: boolean };

/** One tab with the app in it; finds things as a person does, by role and label. */
export class Tab {
  readonly page: Page;
  readonly #url: string;
  readonly #js: boolean;

  constructor(page: Page, url: string, js: boolean) {
    this.page = page;
    this.#url = url;
    this.#js = js;
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(this.#url + path);
    await this.#mark();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.#mark();
  }

  // A navigation makes a new window, and the mark is gone.
  async #mark(): Promise<void> {
    if (this.#js) await this.page.evaluate(() => void ((window as Marked).marked = true));
  }

  /** With scripts: the page is still the one that was opened. Without: it cannot be. */
  async expectNoNavigation(): Promise<void> {
    if (this.#js) expect(await this.page.evaluate(() => (window as Marked).marked)).toBe(true);
  }

  async expectTitles(titles: readonly string[]): Promise<void> {
    await expect.poll(() => this.page.locator(".title").allTextContents(), { timeout: 5_000 }).toEqual(titles);
  }

  async expectText(selector: string, text: string): Promise<void> {
    await expect.poll(() => this.page.locator(selector).innerText(), { timeout: 5_000 }).toContain(text);
  }

  /** Waits until the element with this id has the focus. */
  async expectFocus(id: string): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => document.activeElement?.id), { timeout: 5_000 }).toBe(id);
  }

  async add(title: string): Promise<void> {
    await this.page.getByLabel("What needs doing?").fill(title);
    await this.page.getByRole("button", { name: "Add", exact: true }).click();
  }

  box(title: string): ReturnType<Page["getByRole"]> {
    return this.page.getByRole("checkbox", { name: title, exact: true });
  }

  async delete(title: string): Promise<void> {
    await this.page.getByRole("button", { name: `Delete ${title}`, exact: true }).click();
  }

  async startRenaming(title: string): Promise<void> {
    await this.page.getByRole("link", { name: `Rename ${title}`, exact: true }).click();
    await this.page.getByLabel(`New title for ${title}`).waitFor();
  }

  async rename(title: string, to: string): Promise<void> {
    await this.startRenaming(title);
    await this.page.getByLabel(`New title for ${title}`).fill(to);
    await this.page.getByRole("button", { name: "Save", exact: true }).click();
  }
}
