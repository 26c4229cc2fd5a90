import { createSpace, type Space } from "@watt/electron";
import type { Case, Inputs, Random } from "../api.ts";
import { integer } from "../frame/random.ts";

export type Work = "indexOfByte" | "equals" | "compare" | "isAscii" | "lowerAscii";

export interface BytesCase extends Case {
  readonly work: Work;
  readonly bytes: number;
}

/** What one run goes through: `COUNT` pieces of memory, and pieces equal to them elsewhere. */
export interface Pieces {
  readonly at: Int32Array;
  readonly otherAt: Int32Array;
  /** The same pieces as views of the same memory. */
  readonly views: readonly Buffer[];
  readonly others: readonly Buffer[];
  readonly length: number;
}

/** Pieces in one run. */
export const COUNT = 16;
/** The byte that is looked for: the last of each piece. */
export const NEEDLE = 0x7e;

const RUNS = 1_024;
const AREA = 1 << 20;

const SIZES: Readonly<Record<Work, readonly number[]>> = {
  indexOfByte: [16, 64, 1_024],
  equals: [16, 64, 1_024],
  compare: [64, 1_024],
  isAscii: [64, 1_024],
  lowerAscii: [64, 1_024],
};

export const cases: readonly BytesCase[] = (Object.keys(SIZES) as Work[]).flatMap((work) =>
  SIZES[work].map((bytes) => ({ name: `${work}/${bytes}`, group: work, operations: COUNT, work, bytes })),
);

/** One memory for all engines: pieces in its first half, their equals in the second, room for output in the third. */
export const space: Space = createSpace({ bytes: 3 * AREA });
export const OUTPUT: number = 2 * AREA;

/** Pieces at random places, one letter after another, with the needle at the end. */
export function pieces({ bytes, work }: BytesCase, random: Random): Inputs<Pieces> {
  const { u8 } = space;
  for (let i = 0; i < AREA; i++) u8[i] = integer(random, 0x41, 0x5b);
  for (let at = bytes - 1; at < AREA; at += bytes) u8[at] = NEEDLE;
  u8.copyWithin(AREA, 0, AREA);
  const buffer = Buffer.from(space.buffer);
  const list = Array.from({ length: RUNS }, () => {
    const at = Int32Array.from({ length: COUNT }, () => integer(random, 0, AREA / bytes) * bytes);
    const otherAt = at.map((offset) => offset + AREA);
    const view = (offset: number): Buffer => buffer.subarray(offset, offset + bytes);
    return { at, otherAt, views: [...at].map(view), others: [...otherAt].map(view), length: bytes };
  });
  return { list, batch: RUNS, expected: () => answerOf(work, bytes) };
}

/** The sum over the pieces of what the work answers for each; nothing is answered by `lowerAscii`. */
function answerOf(work: Work, bytes: number): number {
  const each = { indexOfByte: bytes - 1, equals: 1, compare: 0, isAscii: 1, lowerAscii: 0 };
  return COUNT * each[work];
}
