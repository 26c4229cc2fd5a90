import type { Frame } from "./frame.ts";
import type { AncestorRule } from "./nesting/ancestor-rules.ts";

/** Where the parser stands when it reads markup. */
export type Namespace = "html" | "svg" | "mathml";

/** What dev mode knows of an element. */
export interface Built {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly Piece[];
  /** Where it was made. */
  readonly made: () => Frame | undefined;
  /** `undefined` for one of a name that several namespaces have, when nothing in it tells which. */
  readonly namespace: Namespace | undefined;
  /** What it would close, of the elements that it may be put into: see `AncestorRule`. */
  readonly open: Closers;
}

/** The first element by each rule that waits for an ancestor. */
export type Closers = ReadonlyMap<AncestorRule, Built>;

/** An element, or text. Trusted HTML is none: nobody looks into it. */
export type Piece = Built | string;

/** True for elements. */
export function isElement(piece: Piece): piece is Built {
  return typeof piece !== "string";
}

/** True for text that is more than white space. */
export function isText(piece: Piece): piece is string {
  return typeof piece === "string" && /[^\t\n\f\r ]/.test(piece);
}
