import type { Constraint } from "../constraint/constraint.ts";
import type { SegmentTest } from "./segment-test.ts";

/** A param of a pattern. */
export interface PatternParam {
  readonly name: string;
  readonly constraint: Constraint | undefined;
  /** It is absent when what it stands in is left out. */
  readonly isOptional: boolean;
  readonly isWildcard: boolean;
}

/** Begins a param in keys and shapes. Why NUL: it cannot occur in canonical text, so no text looks like a param. */
export const MARK = "\0";

/** What one segment of a pattern is made of: text in its canonical spelling, or the index of a param. */
export type Part = string | number;

/** Kinds of segments, the best one first: of two routes the one with the better kind answers. */
export const STATIC = 0;
export const AFFIXED = 1;
export const CONSTRAINED = 2;
export const PARAM = 3;
export const OPTIONAL = 4;
export const WILDCARD = 5;

export interface Segment {
  readonly kind: typeof STATIC | typeof AFFIXED | typeof CONSTRAINED | typeof PARAM | typeof OPTIONAL | typeof WILDCARD;
  readonly parts: readonly Part[];
  /** As it is written. */
  readonly text: string;
  /** Equal for two segments exactly when one cannot be told from the other by a path. */
  readonly key: string;
  /** As it is written, without the names of params: of two alike in all else the lesser one goes first. */
  readonly order: string;
  /** Of an affixed or constrained one. */
  readonly test: SegmentTest | undefined;
}

/** Goes on at the next step, or at step `to`: what lies between is optional. */
export interface Skip {
  readonly to: number;
}

export type Step = Segment | Skip;

/** A pattern that has been read and found good. */
export interface Pattern {
  readonly text: string;
  readonly steps: readonly Step[];
  readonly params: readonly PatternParam[];
  /** Equal for two patterns exactly when they are the same but for the names of params. */
  readonly shape: string;
  /** How many parts are optional. */
  readonly skips: number;
  /** As it is written, without the names of params: of two alike in all else the lesser one answers. */
  readonly order: string;
}

/** The order in which segments are tried at one place, and by which routes are compared: the better one is less. */
export function compareSegments(a: Segment, b: Segment): number {
  return a.kind - b.kind || lettersOf(b) - lettersOf(a) || (a.order < b.order ? -1 : Number(a.order > b.order));
}

function lettersOf({ parts }: Segment): number {
  return parts.reduce<number>((sum, part) => sum + (typeof part === "string" ? part.length : 0), 0);
}

export function isSkip(step: Step): step is Skip {
  return "to" in step;
}
