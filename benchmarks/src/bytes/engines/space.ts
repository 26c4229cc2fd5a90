import { createSpace, type KernelExecutor, type Space } from "@watt/electron";
import type { Operation, OperationEngine } from "../../api.ts";
import { type BytesCase, COUNT, NEEDLE, OUTPUT, type Pieces, space, type Work } from "../cases.ts";

type Run = (pieces: Pieces) => number;

/** Kernels in a space, on offsets. */
function kernels(executor: KernelExecutor): OperationEngine<BytesCase, Pieces> {
  return {
    prepare({ work }): Operation<Pieces> {
      const memory = executor === space.executor ? space : copyOf(space, executor);
      return { run: runs(memory)[work], answer: (sum) => sum };
    },
  };
}

function copyOf(original: Space, executor: KernelExecutor): Space {
  const copy = createSpace({ bytes: original.u8.length, executor });
  copy.u8.set(original.u8);
  return copy;
}

function runs(memory: Space): Readonly<Record<Work, Run>> {
  return {
    indexOfByte({ at, length }) {
      let sum = 0;
      for (let i = 0; i < COUNT; i++) {
        const start = at[i] as number;
        sum += memory.indexOfByte(start, start + length, NEEDLE) - start;
      }
      return sum;
    },
    equals({ at, otherAt, length }) {
      let sum = 0;
      for (let i = 0; i < COUNT; i++) sum += Number(memory.equals(at[i] as number, otherAt[i] as number, length));
      return sum;
    },
    compare({ at, otherAt, length }) {
      let sum = 0;
      for (let i = 0; i < COUNT; i++) sum += memory.compare(at[i] as number, length, otherAt[i] as number, length);
      return sum;
    },
    isAscii({ at, length }) {
      let sum = 0;
      for (let i = 0; i < COUNT; i++) {
        const start = at[i] as number;
        sum += Number(memory.isAscii(start, start + length));
      }
      return sum;
    },
    lowerAscii({ at, length }) {
      for (let i = 0; i < COUNT; i++) {
        const start = at[i] as number;
        memory.lowerAscii(start, start + length, OUTPUT);
      }
      return 0;
    },
  };
}

export const wasm: OperationEngine<BytesCase, Pieces> = kernels("wasm");
export const scalar: OperationEngine<BytesCase, Pieces> = kernels("scalar");
