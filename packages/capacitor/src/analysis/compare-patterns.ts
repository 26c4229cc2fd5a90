import { compareSegments, type Pattern, STATIC, WILDCARD } from "../pattern/pattern.ts";
import { segmentsOf } from "./segments-of.ts";

/**
 * Which of two patterns is the more specific: segment by segment from the left, as the router ranks them, with all that is
 * optional there; the more specific one is less. What goes on after a wildcard is better than the wildcard that goes on.
 */
export function comparePatterns(a: Pattern, b: Pattern): number {
  const [left, right] = [segmentsOf(a), segmentsOf(b)];
  for (const [i, one] of left.entries()) {
    const other = right[i];
    if (other === undefined) return right.at(-1)?.kind === WILDCARD ? -1 : 1;
    // Texts exclude each other: no one is better.
    const areTexts = one.kind === STATIC && other.kind === STATIC;
    const order = areTexts ? compareTexts(one.key, other.key) : compareSegments(one, other);
    if (order !== 0) return order;
  }
  const isLonger = right.length > left.length;
  if (isLonger) return left.at(-1)?.kind === WILDCARD ? 1 : -1;
  return a.skips - b.skips || compareTexts(a.order, b.order);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
