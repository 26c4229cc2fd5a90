/** Where the focus was before a swap, so that it can be given back. */
export interface FocusNote {
  readonly held: Element;
  readonly id: string | null;
  /** Child indexes from the target down to the element. */
  readonly path: readonly number[];
  readonly caret: readonly [number, number] | undefined;
}

/** The element with the focus, or null where only the page has it. */
export function focused(): Element | null {
  const { activeElement, body } = document;
  return activeElement === body ? null : activeElement;
}

/** Gives an element the focus without scrolling. */
export function focus(element: Element | null): void {
  (element as HTMLElement | null)?.focus?.({ preventScroll: true });
}

/** Notes where inside `target` the focus is; `undefined` where it is outside, so that a swap cannot take it. */
export function noteFocus(target: Element, held: Element | null): FocusNote | undefined {
  if (!held || !target.contains(held)) return undefined;
  const path: number[] = [];
  for (let node = held; node !== target;) {
    const parent = node.parentElement as Element;
    path.unshift([...parent.children].indexOf(node));
    node = parent;
  }
  const { selectionStart, selectionEnd } = held as HTMLInputElement;
  const caret = selectionStart == null ? undefined : ([selectionStart, selectionEnd ?? selectionStart] as const);
  return { held, id: held.getAttribute("id"), path, caret };
}

/** The element that stands where the noted one stood: the one with its id, else the one in its place below `root`. */
export function heirOf({ held, id, path }: FocusNote, root: Element | null): Element | null {
  if (held.isConnected) return null;
  const heir = id ? document.getElementById(id) : path.reduce<Element | null>((at, i) => at?.children[i] ?? null, root);
  return heir?.localName === held.localName ? heir : null;
}

/** Gives the focus to an element and, if it is the heir of the noted one by id, the caret too. */
export function giveFocus(element: Element | null, note: FocusNote | undefined): void {
  focus(element);
  const field = element as HTMLInputElement | null;
  if (note?.caret && field?.selectionStart != null && field.getAttribute("id") === note.id) {
    field.setSelectionRange(...note.caret);
  }
}
