import { MemPool } from "@thi.ng/malloc";
import type { Case, Operation, OperationEngine } from "../../api.ts";
import { ALLOC, CALLS, PAIR_4K } from "../cases.ts";
import { kept, keptOffsets } from "../kept.ts";

// Why constants and locals: V8 loads what is imported anew at every use (measured: 2 ns of a pair's 7).
const calls: number = CALLS;

type Cannot = { readonly cannot: string };

const BUFFER_BYTES = 4_096;

export const thing: OperationEngine<Case, number> = {
  prepare({ name }): Operation<number> | Cannot {
    if (name === PAIR_4K) return { cannot: "compared in the columns of small pieces" };
    const pool = new MemPool({ size: 1 << 20 });
    if (name === ALLOC) {
      return {
        run(bytes) {
          const offsets = keptOffsets;
          for (let i = 0; i < calls; i++) offsets[i] = pool.malloc(bytes);
          pool.freeAll();
          return bytes;
        },
        answer: () => new Set(keptOffsets).size === CALLS,
      };
    }
    return {
      run(bytes) {
        const offsets = keptOffsets;
        for (let i = 0; i < calls; i++) {
          const address = pool.malloc(bytes);
          offsets[i] = address;
          pool.free(address);
        }
        return bytes;
      },
      answer: () => keptOffsets.every((address) => address > 0),
    };
  },
};

/** What V8 is asked to make, once for each call; it is dropped when the next run overwrites it. */
function make(create: (i: number) => unknown, isPiece: boolean): OperationEngine<Case, number> {
  return {
    prepare({ name }): Operation<number> | Cannot {
      if ((name === PAIR_4K) === isPiece) return { cannot: "compared in the other columns" };
      return {
        run() {
          const objects = kept;
          for (let i = 0; i < calls; i++) objects[i] = create(i);
          return objects[0];
        },
        answer: (result) => typeof result === "object" && result !== null && kept[0] !== kept[CALLS - 1],
      };
    },
  };
}

export const object: OperationEngine<Case, number> = make((i) => ({ a: i, b: i }), true);
export const bytes64: OperationEngine<Case, number> = make(() => new Uint8Array(64), true);
export const allocUnsafe64: OperationEngine<Case, number> = make(() => Buffer.allocUnsafe(64), true);
export const bytes4k: OperationEngine<Case, number> = make(() => new Uint8Array(BUFFER_BYTES), false);
export const allocUnsafe4k: OperationEngine<Case, number> = make(() => Buffer.allocUnsafe(BUFFER_BYTES), false);
