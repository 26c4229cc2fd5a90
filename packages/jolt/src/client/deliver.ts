import { DEFAULT_SWAP, type Swap } from "../protocol/index.ts";
import { scan } from "./delegate.ts";
import { emit, type JoltSwapDetail } from "./events.ts";
import { find } from "./find.ts";
import { focused, giveFocus, heirOf, noteFocus } from "./focus.ts";
import { parse, parseMixed, reviveScripts } from "./html.ts";

/** On whose behalf an answer is put on the page, and what came with it. */
export interface Delivery {
  readonly source: Element;
  readonly response?: Response | undefined;
  /** The button that was disabled for the request and lost the focus by that. */
  readonly held?: Element | null | undefined;
}

// Each swap token is a method of Element: that is all of the swapping.
const METHODS: Readonly<Record<string, string>> = {
  innerHTML: "replaceChildren",
  outerHTML: "replaceWith",
  beforebegin: "before",
  afterbegin: "prepend",
  beforeend: "append",
  afterend: "after",
  delete: "remove",
};

/** Puts an answer on the page: its main content first, then its `<template jolt-target>` parts in their order. */
export function deliver(html: string, target: Element | null, swap: string | null, delivery: Delivery): void {
  // Why two ways: parsing in context is faster; a template holds what no one context does, rows beside text.
  if (!/<template\s/i.test(html)) return apply(target, swap, html, delivery);
  const content = parseMixed(html);
  const parts = [...content.children].filter((child) =>
    child.matches("template[jolt-target]"),
  ) as HTMLTemplateElement[];
  for (const part of parts) part.remove();
  if (!parts.length || content.children.length || content.textContent?.trim()) apply(target, swap, content, delivery);
  for (const part of parts) {
    const to = find(part.getAttribute("jolt-target"), delivery.source);
    apply(to, part.getAttribute("jolt-swap"), part.content, delivery);
  }
}

function apply(target: Element | null, swap: string | null, html: string | DocumentFragment, delivery: Delivery): void {
  const token = swap || DEFAULT_SWAP;
  const { source, response } = delivery;
  if (token === "none") return;
  if (!target || !METHODS[token]) {
    emit(source, "jolt:error", { reason: target ? "swap" : "target", response });
    return;
  }
  const context = (/^(outer|beforeb|aftere)/.test(token) && target.parentElement) || target;
  if (typeof html !== "string") reviveScripts(html);
  const content = typeof html === "string" ? parse(html, context) : html;
  const detail: JoltSwapDetail = { target, swap: token as Swap, content, response };
  if (emit(source, "jolt:swap", detail)) place(detail, delivery);
}

function place({ target, swap, content }: JoltSwapDetail, { source, held }: Delivery): void {
  const note = noteFocus(target, focused() ?? held ?? null);
  const auto = content.querySelector("[autofocus]");
  const root = swap === "outerHTML" ? content.firstElementChild : target;
  scan(content);
  // Why through the prototype: a form's fields hide its methods (`<button name="remove">`).
  (Element.prototype as unknown as Record<string, (content: Node) => void>)[METHODS[swap] as string]?.call(
    target,
    content,
  );
  const now = focused();
  // Whoever works elsewhere on the page, or is still typing, is left alone.
  if (!now || now === source || now === held) giveFocus(auto ?? (note ? heirOf(note, root) : null), note);
}
