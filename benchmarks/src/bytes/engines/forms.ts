import { compare, equals, indexOfByte, isAscii, lowerAscii } from "@watt/electron";
import type { OperationEngine } from "../../api.ts";
import { type BytesCase, COUNT, NEEDLE, type Pieces, type Work } from "../cases.ts";

type Run = (pieces: Pieces) => number;

const runs: Readonly<Record<Work, Run>> = {
  indexOfByte: ({ views }) => sum((i) => indexOfByte(views[i] as Buffer, NEEDLE)),
  equals: ({ views, others }) => sum((i) => Number(equals(views[i] as Buffer, others[i] as Buffer))),
  compare: ({ views, others }) => sum((i) => compare(views[i] as Buffer, others[i] as Buffer)),
  isAscii: ({ views }) => sum((i) => Number(isAscii(views[i] as Buffer))),
  lowerAscii: ({ views }) => {
    for (let i = 0; i < COUNT; i++) lowerAscii(views[i] as Buffer);
    return 0;
  },
};

function sum(answer: (i: number) => number): number {
  let total = 0;
  for (let i = 0; i < COUNT; i++) total += answer(i);
  return total;
}

/** The forms for bytes that lie anywhere. */
export const forms: OperationEngine<BytesCase, Pieces> = {
  prepare: ({ work }) => ({ run: runs[work], answer: (total) => total }),
};
