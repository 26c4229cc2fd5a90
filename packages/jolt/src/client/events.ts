import type { Swap } from "../protocol/index.ts";

/** What is about to be sent. Listeners of `jolt:request` may change `url`, `headers` and `body`. */
export interface JoltRequestDetail {
  readonly method: string;
  url: URL;
  headers: Headers;
  body: BodyInit | null;
  readonly target: Element | null;
}

/** What is about to be put where. Listeners of `jolt:swap` may change all but `response`. */
export interface JoltSwapDetail {
  target: Element;
  swap: Swap;
  content: DocumentFragment;
  /** Absent when `jolt.swap` was called. */
  readonly response: Response | undefined;
}

/** Why nothing was put on the page. */
export type JoltErrorReason = "network" | "timeout" | "status" | "origin" | "type" | "document" | "target" | "swap";

/** What went wrong. `response` is there if one came, `error` if something was thrown. */
export interface JoltErrorDetail {
  readonly reason: JoltErrorReason;
  readonly response?: Response | undefined;
  readonly error?: unknown;
}

/** How a request ended. `response` is absent if none came. */
export interface JoltDoneDetail {
  readonly response: Response | undefined;
}

/** Jolt's events. They are dispatched on the element that made the request, and bubble. */
export interface JoltEventMap {
  /** Before a request is sent; cancelling it keeps it from being sent. */
  "jolt:request": CustomEvent<JoltRequestDetail>;
  /** Before each change to the page; cancelling it skips that change. */
  "jolt:swap": CustomEvent<JoltSwapDetail>;
  /** The request failed, or its answer was not for this page. The page is as it was. */
  "jolt:error": CustomEvent<JoltErrorDetail>;
  /** The request has ended and the page is settled, whatever the outcome. */
  "jolt:done": CustomEvent<JoltDoneDetail>;
}

declare global {
  interface HTMLElementEventMap extends JoltEventMap {}
  interface DocumentEventMap extends JoltEventMap {}
}

/**
 * Dispatches an event on its element; on the document if the element has left the page meanwhile.
 *
 * @returns false if it was cancelled.
 */
export function emit<Name extends keyof JoltEventMap>(
  source: Element,
  name: Name,
  detail: JoltEventMap[Name]["detail"],
): boolean {
  const event = new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail });
  return (source.isConnected ? source : document).dispatchEvent(event);
}
