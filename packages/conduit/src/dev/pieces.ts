import { type Built, isElement, type Piece } from "./built.ts";

const known = new WeakMap<object, readonly Piece[]>();

/** Remembers what HTML consists of: one element, or the pieces of a fragment. */
export function remember(html: object, pieces: readonly Piece[]): void {
  known.set(html, pieces);
}

/** The element that HTML is; `undefined` for fragments, trusted HTML, and what was made before dev mode. */
export function elementOf(html: object): Built | undefined {
  const [first] = known.get(html) ?? [];
  return first !== undefined && isElement(first) ? first : undefined;
}

/** The pieces that children consist of, in their order, whatever arrays and fragments they are in. O(pieces). */
export function piecesOf(children: readonly unknown[]): Piece[] {
  return children.flatMap((child): readonly Piece[] => {
    if (typeof child === "string" || typeof child === "number" || typeof child === "bigint") return [String(child)];
    if (typeof child !== "object" || child === null) return [];
    return Array.isArray(child) ? piecesOf(child) : (known.get(child) ?? []);
  });
}
