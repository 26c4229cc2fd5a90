import type { Built, Piece } from "../built.ts";

/** A piece that parsers do not leave where it was put. */
export interface Wrong {
  readonly child: Piece;
  readonly parent: Built;
  /** What parsers do. */
  readonly reason: string;
  /** What to write. */
  readonly instead: string;
}
