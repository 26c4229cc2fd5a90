import { Worker } from "node:worker_threads";
import { SharedArena } from "@watt/electron/threads";
import type { Case, Operation, OperationEngine } from "../../api.ts";
import { ALLOC, CALLS } from "../cases.ts";
import { keptOffsets } from "../kept.ts";

// Why constants and locals: V8 loads what is imported anew at every use (measured: 2 ns of a pair's 7).
const calls: number = CALLS;

const BYTES = 1 << 28;

/** With one other thread that allocates without a pause, or alone. */
function sharedArena(isContended: boolean): OperationEngine<Case, number> {
  return {
    prepare({ name }): Operation<number> | { readonly cannot: string } {
      if (name !== ALLOC) return { cannot: "gives back all at once" };
      const memory = new SharedArena({ bytes: BYTES });
      if (isContended) {
        const worker = new Worker(new URL("../contender.ts", import.meta.url), { workerData: memory.memory });
        worker.unref();
      }
      return {
        run(bytes) {
          const offsets = keptOffsets;
          for (let i = 0; i < calls; i++) {
            let offset = memory.tryAlloc(bytes);
            if (offset === -1) {
              memory.reset();
              offset = memory.tryAlloc(bytes);
            }
            offsets[i] = offset;
          }
          return bytes;
        },
        answer: () => keptOffsets.every((offset) => offset >= 0),
      };
    },
  };
}

export const alone: OperationEngine<Case, number> = sharedArena(false);
export const contended: OperationEngine<Case, number> = sharedArena(true);
