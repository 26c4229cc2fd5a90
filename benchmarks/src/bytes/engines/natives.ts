import { isAscii } from "node:buffer";
import type { OperationEngine } from "../../api.ts";
import { type BytesCase, COUNT, NEEDLE, type Pieces, type Work } from "../cases.ts";

type Run = (pieces: Pieces) => number;

const runs: Readonly<Partial<Record<Work, Run>>> = {
  indexOfByte({ views }) {
    let total = 0;
    for (let i = 0; i < COUNT; i++) total += (views[i] as Buffer).indexOf(NEEDLE);
    return total;
  },
  equals({ views, others }) {
    let total = 0;
    for (let i = 0; i < COUNT; i++) total += Number((views[i] as Buffer).equals(others[i] as Buffer));
    return total;
  },
  compare({ views, others }) {
    let total = 0;
    for (let i = 0; i < COUNT; i++) total += (views[i] as Buffer).compare(others[i] as Buffer);
    return total;
  },
  isAscii({ views }) {
    let total = 0;
    for (let i = 0; i < COUNT; i++) total += Number(isAscii(views[i] as Buffer));
    return total;
  },
};

/** Node's own. */
export const natives: OperationEngine<BytesCase, Pieces> = {
  prepare({ work }) {
    const run = runs[work];
    return run === undefined ? { cannot: "Node has none for bytes" } : { run, answer: (total) => total };
  },
};
