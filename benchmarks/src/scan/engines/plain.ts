import { escapeHtmlString } from "@watt/electron";
import type { Operation, OperationEngine } from "../../api.ts";
import { type Letters, memory, OUTPUT, type ScanCase } from "../cases.ts";

type Cannot = { readonly cannot: string };

const special = /[&<>"']/;

/** A loop over the bytes, as one writes it. */
export const loop: OperationEngine<ScanCase, Letters> = {
  prepare({ work }): Operation<Letters> | Cannot {
    if (work !== "scan") return { cannot: "escaping byte by byte is the scalar twin" };
    return { run: ({ start, end }) => scan(start, end), answer: (at) => at };
  },
};

function scan(start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = memory[at];
    if (byte === 0x26 || byte === 0x3c || byte === 0x3e || byte === 0x22 || byte === 0x27) return at;
  }
  return -1;
}

/** V8's regular expressions on the string, and Node's way into bytes. */
export const regex: OperationEngine<ScanCase, Letters> = {
  prepare({ work }): Operation<Letters> | Cannot {
    if (work === "scan") return { run: ({ text }) => (special.test(text) ? 0 : -1), answer: (at) => at };
    if (work === "escape") return { cannot: "has no bytes to begin with" };
    return {
      run: ({ text }) => memory.utf8Write(escapeHtmlString(text), OUTPUT),
      answer: (length) => memory.latin1Slice(OUTPUT, OUTPUT + (length as number)),
    };
  },
};
