import { FRAGMENT, HEADER, SWAPPED_ERRORS, TIMEOUT_MS } from "../protocol/index.ts";
import { deliver } from "./deliver.ts";
import { emit, type JoltErrorReason, type JoltRequestDetail } from "./events.ts";
import { find } from "./find.ts";
import { leave } from "./leave.ts";
import { encode } from "./values.ts";

/** One request: what a trigger made of attributes, or `jolt.request` of its arguments. */
export interface Task {
  readonly method: string;
  readonly url: string;
  readonly source: Element;
  /** What `this` and `closest` refer to. */
  readonly origin: Element;
  readonly target: string | Element | null;
  readonly swap: string | null;
  /** Fields; of a GET they become the query. */
  readonly body: FormData | URLSearchParams | null;
  readonly signal?: AbortSignal | undefined;
  readonly held?: Element | null;
}

type Fail = (reason: JoltErrorReason, error?: unknown) => void;

/** Settings of the client; `jolt.timeout` writes here. */
export const settings: { timeout: number } = { timeout: TIMEOUT_MS };

/** Sends a request and puts its answer on the page. Failures are events. */
export async function send(task: Task): Promise<Response | undefined> {
  const { source, target, swap, origin, held } = task;
  let response: Response | undefined;
  const fail: Fail = (reason, error) => void emit(source, "jolt:error", { reason, response, error });
  const detail = prepare(task);
  if (detail && !emit(source, "jolt:request", detail)) return undefined;
  try {
    if (detail?.url.origin !== location.origin) fail("origin");
    else {
      const html = await exchange(task, detail, fail, (received) => (response = received));
      if (html === undefined || !response) return response;
      const { headers } = response;
      const to = find(headers.get(HEADER.target) ?? target, origin);
      deliver(html, to, headers.get(HEADER.swap) ?? swap, { source, response, held });
    }
  } finally {
    emit(source, "jolt:done", { response });
  }
  return response;
}

function prepare({ method, url: address, source, origin, target, body }: Task): JoltRequestDetail | undefined {
  if (!URL.canParse(address, document.baseURI)) return undefined;
  const url = new URL(address, document.baseURI);
  const get = method === "GET";
  if (get && body) encode(body, url.searchParams);
  const to = find(target, origin);
  const headers = new Headers({ [HEADER.request]: FRAGMENT });
  const set = (name: string, value: string | null | undefined): void => {
    if (value) headers.set(name, value);
  };
  set(HEADER.target, encodeURIComponent(to?.getAttribute("id") ?? ""));
  set(HEADER.source, encodeURIComponent(source.getAttribute("id") ?? ""));
  if (!get) set(HEADER.csrf, document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content);
  return { method, url, headers, body: get ? null : body, target: to };
}

async function exchange(
  task: Task,
  { method, url, headers, body }: JoltRequestDetail,
  fail: Fail,
  receive: (response: Response) => void,
): Promise<string | undefined> {
  const signal = AbortSignal.any([AbortSignal.timeout(settings.timeout), ...(task.signal ? [task.signal] : [])]);
  try {
    // Why same-origin: a redirect must not carry the token to another site.
    const response = await fetch(url, { method, headers, body, mode: "same-origin", signal });
    receive(response);
    return await read(response, method, fail);
  } catch (error) {
    // Aborting is no failure: somebody wanted it.
    if (!task.signal?.aborted) fail(signal.aborted ? "timeout" : "network", error);
    return undefined;
  }
}

/** Reads the body if it is for the page; else sends the browser elsewhere or reports why not. */
async function read(response: Response, method: string, fail: Fail): Promise<string | undefined> {
  const { headers, status, ok, redirected, url } = response;
  const go = async (address: string): Promise<undefined> => void ((await leave(address)) ?? fail("origin"));
  const redirect = headers.get(HEADER.redirect);
  if (redirect !== null) return go(redirect);
  if (status === 204 || status === 205) return undefined;
  const marked = headers.has(HEADER.target) || headers.has(HEADER.swap);
  if (!ok && !marked && !SWAPPED_ERRORS.includes(status)) return void fail("status");
  const text = await response.text();
  if (text && !headers.get("Content-Type")?.includes("html")) return void fail("type");
  if (!/^\s*(<!--[^]*?-->\s*)*<(!doctype|html)\b/i.test(text)) return text;
  // A whole page was meant for the window: a login page after a redirect must not land inside a card.
  return ok && (redirected || method === "GET") ? go(url) : void fail("document");
}
