import type { Browser, Page } from "playwright-core";

export const ORIGIN = "http://proof.invalid";

/** What happened on a page. */
export interface Visit {
  readonly page: Page;
  /** Calls of `alert` and its like, errors, and inline scripts without the nonce that browsers were about to run. */
  readonly runs: readonly string[];
  /** What was asked for besides the page. */
  readonly requests: readonly string[];
}

/** A page of a browser that reaches nothing and tells what it was about to do. */
export class Watched {
  private body: Uint8Array = new Uint8Array();
  private runs: string[] = [];
  private requests: string[] = [];
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser): Promise<Watched> {
    const watched = new Watched(await browser.newPage());
    await watched.listen();
    return watched;
  }

  /** Loads a document and waits until it is quiet. */
  async visit(body: Uint8Array): Promise<Visit> {
    const { page } = this;
    // What the page before was about to ask for is over then.
    await page.goto("about:blank");
    this.body = body;
    this.runs = [];
    this.requests = [];
    const { runs, requests } = this;
    await page.goto(`${ORIGIN}/page`, { waitUntil: "load" });
    // Images are asked for, frames loaded and animations begun after the page is.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 20)))),
    );
    return { page, runs, requests };
  }

  private async listen(): Promise<void> {
    const { page } = this;
    await page.exposeBinding("watchdog", (_, what: string) => void this.runs.push(what));
    await page.addInitScript(() => {
      const { watchdog } = globalThis as unknown as { watchdog: (what: string) => void };
      for (const name of ["alert", "confirm", "prompt", "print"]) {
        (globalThis as unknown as Record<string, unknown>)[name] = () => watchdog(name);
      }
    });
    page.on("dialog", (dialog) => {
      this.runs.push("dialog");
      void dialog.dismiss();
    });
    // Reported, not refused: what would have run is known even if it calls nothing.
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) this.runs.push(message.text());
    });
    page.on("pageerror", (error) => this.runs.push(error.message));
    await page.route("**", (route) => {
      const url = route.request().url();
      if (url === `${ORIGIN}/page`) {
        // Why no charset: what the document says must be enough.
        const headers = { "content-type": "text/html", "content-security-policy-report-only": "script-src 'nonce-n'" };
        return route.fulfill({ headers, body: Buffer.from(this.body) });
      }
      if (!url.endsWith("/favicon.ico")) this.requests.push(url);
      return route.abort();
    });
  }
}
