import { parseDuration, parseSpecs, type Verb, VERBS } from "../protocol/index.ts";
import { send } from "./request.ts";
import { takeSlot } from "./slot.ts";
import { encode, type Field, isField, isSubmitter, valuesOf } from "./values.ts";

type Button = HTMLButtonElement | HTMLInputElement;

const timers = new WeakMap<Element, number>();

/** Starts the request of the innermost element that has a verb and waits for this event. */
export function onTrigger(event: Event): void {
  const { bubbles, type } = event;
  const submitter = (event as SubmitEvent).submitter ?? null;
  const path = bubbles ? event.composedPath() : event.composedPath().slice(0, 1);
  for (const node of submitter ? [submitter, ...path] : path) {
    if (!(node instanceof Element)) continue;
    const spec = verbOf(node) && triggersOf(node).find(({ name }) => name === type);
    if (spec) return fire(event, node, submitter as Button | null, parseDuration(spec.options["delay"]));
    // A link or a control inside something clickable is for itself.
    if (type === "click" && node.matches("a[href],button,input,select,textarea,label")) return;
  }
}

function verbOf(element: Element): Verb | undefined {
  return VERBS.find((verb) => element.hasAttribute(`jolt-${verb}`));
}

function triggersOf(element: Field): ReturnType<typeof parseSpecs> {
  const submits = element.localName === "form" || isSubmitter(element);
  return parseSpecs(
    element.getAttribute("jolt-trigger") ?? (submits ? "submit" : isField(element) ? "change" : "click"),
  );
}

function fire(event: Event, source: Element, submitter: Button | null, delay: number): void {
  const { type } = event;
  const click = type === "click";
  const { ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
  if (click && source.matches("a[href]") && (ctrlKey || metaKey || shiftKey || altKey)) return;
  if (type === "submit" || (click && source.matches("a,button,[type=submit],[type=image]"))) event.preventDefault();
  // An event starts the wait anew, so that only the last of a burst is sent.
  clearTimeout(timers.get(source));
  if (delay) timers.set(source, setTimeout(start, delay, source, submitter, type));
  else start(source, submitter, type);
}

function start(source: Field, submitter: Button | null, type: string): void {
  const verb = verbOf(source);
  if (!verb || !source.isConnected) return;
  const own = isSubmitter(source) ? (source as Button) : null;
  const form = source.localName === "form" ? (source as HTMLFormElement) : (own?.form ?? null);
  const button = submitter ?? (source.matches("button,input") && !isField(source) ? (source as Button) : null);
  if (!isValid(source, form, own, type)) return;
  const data = valuesOf(source, form, submitter ?? own);
  const drop = !isField(source) && /^(submit|click)$/.test(type);
  const slot = takeSlot(form ?? source, source, drop ? button : null, drop);
  if (!slot) return;
  // A button's own attributes stand before its form's, as formaction does.
  const ownerOf = (name: string): Element => [button, source, form].find((el) => el?.hasAttribute(name)) ?? source;
  const attribute = (name: string): string | null => ownerOf(name).getAttribute(name);
  const multipart = (attribute("formenctype") ?? attribute("enctype")) === "multipart/form-data";
  void send({
    method: verb.toUpperCase(),
    url: source.getAttribute(`jolt-${verb}`) ?? "",
    source,
    origin: ownerOf("jolt-target"),
    target: attribute("jolt-target"),
    swap: attribute("jolt-swap"),
    body: multipart ? data : encode(data),
    signal: slot.signal,
    held: slot.held,
  }).finally(slot.release);
}

/** What the browser would check before it submits. A submit event comes after that. */
function isValid(source: Field, form: HTMLFormElement | null, own: Button | null, type: string): boolean {
  if (type === "submit" || (form ?? source.form)?.hasAttribute("novalidate") || own?.hasAttribute("formnovalidate")) {
    return true;
  }
  const checked = (form ?? source) as Partial<HTMLInputElement>;
  // Why quietly while typing: a report moves the focus.
  return (/^(click|change)$/.test(type) ? checked.reportValidity?.() : checked.checkValidity?.()) ?? true;
}
