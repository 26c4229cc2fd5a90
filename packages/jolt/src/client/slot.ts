import { focus, focused } from "./focus.ts";

/** One request in flight, and what waits for its end. */
export interface Slot {
  readonly signal: AbortSignal;
  /** The disabled button, if it had the focus. */
  readonly held: Element | null;
  /** Ends it: the button can be pressed again and has the focus if nobody else took it. */
  release(): void;
}

type Button = Element & { disabled: boolean };
type Lane = WeakMap<Element, AbortController>;

// Why two: what is typed while a form is being sent must neither abort the sending nor be dropped.
const dropping: Lane = new WeakMap();
const replacing: Lane = new WeakMap();

/**
 * The double-submit guard: an element (for submissions: its form) has one request in flight at most.
 *
 * @param drop what becomes of a second one: true, it is not sent; false, the older one is aborted.
 * @returns `undefined` where the request is dropped.
 */
export function takeSlot(key: Element, source: Element, button: Button | null, drop: boolean): Slot | undefined {
  const lane = drop ? dropping : replacing;
  const older = lane.get(key);
  if (older && drop) return undefined;
  older?.abort();
  const controller = new AbortController();
  lane.set(key, controller);
  const held = button && focused() === button ? button : null;
  source.ariaBusy = "true";
  if (button) button.disabled = true;
  const release = (): void => {
    // Why the check: an aborted request ends after the newer one began.
    if (lane.get(key) === controller) lane.delete(key);
    if (!dropping.has(key) && !replacing.has(key)) source.ariaBusy = null;
    if (button) button.disabled = false;
    if (held && !focused()) focus(held);
  };
  return { signal: controller.signal, held, release };
}
