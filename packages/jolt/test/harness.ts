import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";

/** What a page in a case stands under. A violation fails the case. */
const CSP = "default-src 'self'; require-trusted-types-for 'script'; trusted-types jolt";

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds before the answer begins. */
  readonly after?: number;
  /** The answer begins when the case calls `release`. */
  readonly held?: boolean;
  /** The connection breaks in the middle of the body. */
  readonly broken?: boolean;
}

export type Route = string | Answer | ((request: Received) => string | Answer);

/** A page and the answers of its server, by `METHOD /path`. */
export interface Site {
  readonly body: string;
  readonly head?: string;
  /** Another Content-Security-Policy than the strict one. */
  readonly policy?: string;
  readonly routes?: Readonly<Record<string, Route>>;
}

/** What the page saw of jolt's events. */
interface Seen {
  events: string[];
  errors: string[];
  done: number;
}

export interface Case {
  readonly page: Page;
  /** Requests that reached the server, but for the page and the script. */
  readonly log: readonly Received[];
  readonly origin: string;
  /** Does something and waits for the ends of as many requests. */
  settle(act: () => Promise<unknown>, ends?: number): Promise<void>;
  /** The HTML inside an element. */
  html(selector: string): Promise<string>;
  seen(): Promise<Seen>;
  /** Lets the answers go that were held back; where there is none yet, the next one. */
  release(): void;
}

/** A server that answers for the case that is running. */
export class Harness {
  site: Site = { body: "" };
  log: Received[] = [];
  #problems: string[] = [];
  #held: (() => void)[] = [];
  #nextGoes = false;
  #page: Page | undefined;
  readonly #server: Server;
  readonly #script: string;

  constructor(script: string) {
    this.#script = script;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** Starts the server and opens the page in which the cases run, one after the other. */
  async open(browser: Browser): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    this.#page = await browser.newPage();
    this.#page.on("pageerror", (error) => this.#problems.push(String(error)));
    this.#page.on("console", (message) => {
      if (/Content.Security.Policy|Trusted(HTML|Script)/i.test(message.text())) this.#problems.push(message.text());
    });
    await this.#page.addInitScript(watch);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Opens the page of a case, runs it, and checks that no policy was violated and nothing was thrown. */
  async run(site: Site, act: (the: Case) => Promise<void>): Promise<void> {
    this.site = site;
    this.log = [];
    this.#held = [];
    this.#nextGoes = false;
    this.#problems = [];
    const page = this.#page as Page;
    await page.goto(`${this.origin}/`);
    await act(this.#case(page));
    expect(this.#problems).toEqual([]);
  }

  #case(page: Page): Case {
    const seen = (): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);
    return {
      page,
      log: this.log,
      origin: this.origin,
      seen,
      settle: async (act, ends = 1) => {
        const before = (await seen()).done;
        await act();
        await expect.poll(async () => (await seen()).done, { timeout: 5000 }).toBeGreaterThanOrEqual(before + ends);
      },
      release: () => {
        // A request may still be on its way when the case has done all that it does.
        this.#nextGoes = this.#held.length === 0;
        for (const go of this.#held.splice(0)) go();
      },
      html: (selector) => page.locator(selector).innerHTML(),
    };
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of message) body += String(chunk);
    const { method = "", headers, url = "" } = message;
    const [path = "", query = ""] = url.split("?");
    if (path === "/jolt.min.js") return void response.setHeader("Content-Type", "text/javascript").end(this.#script);
    const route = this.site.routes?.[`${method} ${path}`];
    const isPage = method === "GET" && path === "/" && headers["jolt"] === undefined;
    if (!isPage && path !== "/favicon.ico") this.log.push({ method, path, query, headers, body });
    if (route === undefined) {
      return send(response, isPage ? this.#write() : { status: 404, body: "no such route" });
    }
    const answer = typeof route === "function" ? route({ method, path, query, headers, body }) : route;
    if (typeof answer === "object" && answer.held) await this.#turn();
    send(response, typeof answer === "string" ? { body: answer } : answer);
  }

  /** Resolves when the case releases the answer, or has done so ahead. */
  async #turn(): Promise<void> {
    if (!this.#nextGoes) return new Promise((go) => this.#held.push(go));
    this.#nextGoes = false;
  }

  #write(): Answer {
    const { head = "", body, policy = CSP } = this.site;
    const html = `<!doctype html><html><head><title>t</title>${head}<script src="/jolt.min.js" defer></script></head><body>${body}</body></html>`;
    return { body: html, headers: { "Content-Security-Policy": policy } };
  }
}

function send(response: ServerResponse, { status = 200, headers = {}, body = "", after = 0, broken }: Answer): void {
  const all = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": CSP, Vary: "Jolt", ...headers };
  setTimeout(() => {
    response.writeHead(status, all);
    if (broken) response.write(body, () => response.destroy());
    else response.end(body);
  }, after);
}

/** Runs in the page, before its scripts. */
function watch(): void {
  const seen: Seen = { events: [], errors: [], done: 0 };
  Object.assign(window, { seen });
  addEventListener("securitypolicyviolation", (event) =>
    console.error("Content-Security-Policy", event.violatedDirective),
  );
  for (const name of ["jolt:request", "jolt:swap", "jolt:error", "jolt:done"]) {
    addEventListener(name, (event) => {
      const { target, detail } = event as CustomEvent<{ reason?: string }>;
      seen.events.push(`${name} ${(target as Element).id ?? "document"}`);
      if (detail.reason !== undefined) seen.errors.push(detail.reason);
      if (name === "jolt:done") seen.done++;
    });
  }
}
