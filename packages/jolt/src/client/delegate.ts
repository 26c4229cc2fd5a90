import { parseSpecs } from "../protocol/index.ts";

const handlers: ((event: Event) => void)[] = [];

/** Sets what is called for every event that the document listens to. */
export function delegate(handler: (event: Event) => void): void {
  handlers.push(handler);
}

/** Listens on the document to an event name; once, however often it is called. */
export function listen(name: string): void {
  document.addEventListener(name, onEvent);
  document.addEventListener(name, onEvent, true);
}

/** Learns the event names that new content waits for. */
export function scan(root: ParentNode): void {
  for (const element of root.querySelectorAll("[jolt-trigger]")) {
    for (const { name } of parseSpecs(element.getAttribute("jolt-trigger") ?? "")) listen(name);
  }
}

// Events that do not bubble (focus, toggle, mouseenter) pass the document on the way down only; the others are taken
// on the way up, so that a listener on the page can cancel them first.
function onEvent(event: Event): void {
  const down = event.eventPhase === Event.CAPTURING_PHASE;
  if (event.bubbles !== down && !event.defaultPrevented) for (const handler of handlers) handler(event);
}
