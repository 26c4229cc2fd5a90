/**
 * Finds a target: an element as it is, `this`, `closest X`, or a CSS selector for the document.
 *
 * @returns `null` where nothing matches or the selector is not valid.
 */
export function find(target: string | Element | null, origin: Element): Element | null {
  if (!target || target === "this") return origin;
  if (typeof target === "object") return target;
  try {
    return target.startsWith("closest ") ? origin.closest(target.slice(8)) : document.querySelector(target);
  } catch {
    return null;
  }
}
