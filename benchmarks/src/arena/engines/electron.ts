import { Arena, BufferPool, Pool, SizeClasses } from "@watt/electron";
import type { Case, Operation, OperationEngine } from "../../api.ts";
import { ALLOC, CALLS, PAIR, PAIR_4K } from "../cases.ts";
import { kept, keptOffsets } from "../kept.ts";

// Why constants and locals: V8 loads what is imported anew at every use (measured: 2 ns of a pair's 7).
const calls: number = CALLS;

type Cannot = { readonly cannot: string };

const ARENA_BYTES = 1 << 20;

/** True when the run gave out `CALLS` different offsets. */
function areDistinct(): boolean {
  return new Set(keptOffsets).size === CALLS;
}

export const arena: OperationEngine<Case, number> = {
  prepare({ name }): Operation<number> | Cannot {
    if (name !== ALLOC) return { cannot: "gives back all at once" };
    const memory = new Arena({ bytes: ARENA_BYTES });
    return {
      run(bytes) {
        const offsets = keptOffsets;
        memory.reset();
        for (let i = 0; i < calls; i++) offsets[i] = memory.alloc(bytes);
        return bytes;
      },
      answer: areDistinct,
    };
  },
};

export const pool: OperationEngine<Case, number> = {
  prepare({ name }): Operation<number> | Cannot {
    if (name !== PAIR) return { cannot: "has slots of one size" };
    const slots = new Pool({ slots: 1_024, slotBytes: 64 });
    return {
      run(bytes) {
        const offsets = keptOffsets;
        for (let i = 0; i < calls; i++) {
          const handle = slots.acquire();
          offsets[i] = handle;
          if (handle !== -1) slots.release(handle);
        }
        return bytes;
      },
      answer: areDistinct,
    };
  },
};

export const sizeClasses: OperationEngine<Case, number> = {
  prepare({ name }): Operation<number> | Cannot {
    if (name === PAIR_4K) return { cannot: "is for smaller pieces" };
    const memory = new SizeClasses({ bytes: ARENA_BYTES });
    if (name === ALLOC) {
      return {
        run(bytes) {
          const offsets = keptOffsets;
          for (let i = 0; i < calls; i++) offsets[i] = memory.alloc(bytes);
          memory.reset();
          return bytes;
        },
        answer: areDistinct,
      };
    }
    return {
      run(bytes) {
        const offsets = keptOffsets;
        for (let i = 0; i < calls; i++) {
          const offset = memory.alloc(bytes);
          offsets[i] = offset;
          if (offset !== -1) memory.free(offset);
        }
        return bytes;
      },
      answer: () => keptOffsets.every((offset) => offset >= 0),
    };
  },
};

export const bufferPool: OperationEngine<Case, number> = {
  prepare({ name }): Operation<number> | Cannot {
    if (name !== PAIR_4K) return { cannot: "begins at 4 KiB" };
    const buffers = new BufferPool();
    return {
      run() {
        const objects = kept;
        for (let i = 0; i < calls; i++) {
          const buffer = buffers.acquire(4_096);
          objects[i] = buffer;
          buffers.release(buffer);
        }
        return objects[0];
      },
      answer: (result) => (result as Uint8Array).length === 4_096,
    };
  },
};
