import { createSpace, type KernelExecutor } from "@watt/electron";
import type { Operation, OperationEngine } from "../../api.ts";
import { INPUT, type Letters, OUTPUT, type ScanCase, space } from "../cases.ts";
import { nativeBuffer } from "../native-buffer.ts";

/** Kernels in a space. A string is written into it first, and what comes out are the bytes there. */
function kernels(executor: KernelExecutor): OperationEngine<ScanCase, Letters> {
  return {
    prepare({ work }): Operation<Letters> {
      const memory = executor === space.executor ? space : createSpace({ bytes: space.u8.length, executor });
      if (memory !== space) memory.u8.set(space.u8);
      const buffer = nativeBuffer(memory.buffer);
      const read = (end: unknown): string => buffer.latin1Slice(OUTPUT, end as number);
      if (work === "scan") return { run: ({ start, end }) => memory.scanHtml(start, end), answer: (at) => at };
      if (work === "escape") return { run: ({ start, end }) => memory.escapeHtml(start, end, OUTPUT), answer: read };
      return {
        run({ text }) {
          const end = INPUT + buffer.utf8Write(text, INPUT);
          return memory.escapeHtml(INPUT, end, OUTPUT);
        },
        answer: read,
      };
    },
  };
}

export const wasm: OperationEngine<ScanCase, Letters> = kernels("wasm");
export const scalar: OperationEngine<ScanCase, Letters> = kernels("scalar");
