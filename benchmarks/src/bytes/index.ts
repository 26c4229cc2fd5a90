import type { OperationSuite } from "../api.ts";
import { type BytesCase, cases, pieces, type Pieces } from "./cases.ts";

const electron = { own: true, packages: ["@watt/electron"] };
const buffer = { engine: "Buffer" };

/** Search and comparison of bytes. */
export const bytes: OperationSuite<BytesCase, Pieces> = {
  kind: "operation",
  name: "bytes",
  title: "Bytes: search, compare, fold",
  caveats: [
    "All engines look at the same memory; the byte that is looked for is the last one of its piece.",
    "Kernels take offsets. Who has a Uint8Array somewhere else pays for the copy: the rows of the forms show it.",
    "lowerAscii as a form also makes the array that it returns.",
  ],
  reference: "Buffer",
  goals: [
    { engine: "space", case: "indexOfByte/16", metric: "ns", against: buffer, most: 1 / 3 },
    { engine: "space", case: "equals/64", metric: "ns", against: buffer, most: 1 / 4 },
  ],
  cases,
  engines: [
    { name: "space", ...electron, load: async () => (await import("./engines/space.ts")).wasm },
    { name: "space, scalar", ...electron, load: async () => (await import("./engines/space.ts")).scalar },
    { name: "forms", ...electron, load: async () => (await import("./engines/forms.ts")).forms },
    { name: "Buffer", packages: [], load: async () => (await import("./engines/natives.ts")).natives },
  ],
  inputs: pieces,
};
