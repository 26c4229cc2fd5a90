import type { OperationSuite } from "../api.ts";
import { cases, type Letters, letters, type ScanCase } from "./cases.ts";

const electron = { own: true, packages: ["@watt/electron"] };
const CLEAN = "escape/1024 clean";
const STRING = "escape string/1024 10 %";

/** Finding and escaping what HTML cannot carry literally. */
export const scan: OperationSuite<ScanCase, Letters> = {
  kind: "operation",
  name: "scan",
  title: "HTML: scan and escape",
  caveats: [
    "GB/s count bytes that go in; what comes out is longer.",
    "regex looks at the string, the others at bytes that are in memory already, but for the group of strings.",
    "10 % specials at random places is much more than a page has.",
  ],
  reference: "loop",
  goals: [
    { engine: "space", case: "scan/1024", metric: "ns", most: 1_024 / 10 },
    { engine: "space", case: "scan/1024", metric: "ns", against: { engine: "loop" }, most: 1 / 10 },
    { engine: "space", case: CLEAN, metric: "ns", most: 1_024 / 8 },
    { engine: "space", case: STRING, metric: "ns", most: 1_024 / 2.5 },
  ],
  cases,
  engines: [
    { name: "space", ...electron, load: async () => (await import("./engines/space.ts")).wasm },
    { name: "space, scalar", ...electron, load: async () => (await import("./engines/space.ts")).scalar },
    { name: "loop", packages: [], load: async () => (await import("./engines/plain.ts")).loop },
    {
      name: "regex",
      note: "in the group of strings: escapeHtmlString, then utf8Write",
      packages: ["@watt/electron"],
      load: async () => (await import("./engines/plain.ts")).regex,
    },
  ],
  inputs: letters,
};
