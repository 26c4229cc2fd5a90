import type { Swap, Verb } from "../protocol/index.ts";
import { delegate, listen, scan } from "./delegate.ts";
import { deliver } from "./deliver.ts";
import { find } from "./find.ts";
import { send, settings } from "./request.ts";
import { onTrigger } from "./trigger.ts";

/** Options of `jolt.request`. */
export interface JoltRequestOptions {
  /** The element on which events are dispatched and to which `this` and `closest` refer. @defaultValue `body` */
  readonly source?: Element;
  /** As in `jolt-target`, or an element. @defaultValue the source */
  readonly target?: string | Element;
  /** @defaultValue "innerHTML" */
  readonly swap?: Swap;
  /** Fields: `FormData` is sent as multipart, `URLSearchParams` urlencoded; of a `get` they become the query. */
  readonly body?: FormData | URLSearchParams;
  readonly signal?: AbortSignal;
}

/** The client's interface for scripts; pages need only attributes. */
export interface JoltClient {
  /** Milliseconds after which a request is given up. @defaultValue 60000 */
  timeout: number;
  /**
   * Sends a request as an element with that verb would, without the double-submit guard.
   *
   * @returns the answer when the page is settled, or `undefined` if none came or `jolt:request` was cancelled.
   */
  request(verb: Verb, url: string, options?: JoltRequestOptions): Promise<Response | undefined>;
  /** Puts trusted HTML on the page, envelopes included, as the answer to a request would be. */
  swap(target: string | Element, html: string, swap?: Swap): void;
}

/** The client. Importing it starts it: listeners on the document, none on elements. Without a document it sleeps. */
export const jolt: JoltClient = {
  get timeout() {
    return settings.timeout;
  },
  set timeout(milliseconds) {
    settings.timeout = milliseconds;
  },
  request(verb, url, { source = document.body, target, swap, body, signal } = {}) {
    return send({
      method: verb.toUpperCase(),
      url,
      source,
      origin: source,
      target: target ?? null,
      swap: swap ?? null,
      body: body ?? null,
      signal,
    });
  },
  swap(target, html, swap) {
    const source = document.body;
    deliver(html, typeof target === "string" ? find(target, source) : target, swap ?? null, { source });
  },
};

if (typeof document !== "undefined") start();

function start(): void {
  // Why: two copies on one page (a script tag twice, or beside a module) would send everything twice.
  const mark = Symbol.for("watt.jolt.client");
  const page = document as Document & { [mark]?: boolean };
  if (page[mark]) return;
  page[mark] = true;
  delegate(onTrigger);
  for (const name of ["click", "submit", "change", "input"]) listen(name);
  const scanPage = (): void => scan(document);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", scanPage);
  scanPage();
}
