import type { Case, OperationEngine, OperationSuite } from "../api.ts";
import { FreshText } from "../frame/fresh-text.ts";
import { integer, word } from "../frame/random.ts";

/** What the frame itself can see: known work with a known price. Read it before trusting a difference elsewhere. */
interface Key {
  text: string;
}

const COUNT = 1024;

const length: OperationEngine<Case, Key> = {
  prepare: () => ({ run: (key) => key.text.length, answer: (result) => result }),
};

/** One object of two fields: 40 bytes on 64-bit V8 without pointer compression. Checks the allocation gauge. */
const object: OperationEngine<Case, Key> = {
  prepare: () => ({
    run: (key) => ({ text: key.text, length: key.text.length }),
    answer: (result) => (result as { length: number }).length,
  }),
};

/** Hashes the text: cheap on a constant string, about 50 ns on a fresh one. Checks that strings are fresh. */
const map: OperationEngine<Case, Key> = {
  prepare: () => {
    const seen = new Map([["nothing", 0]]);
    return { run: (key) => seen.get(key.text) ?? key.text.length, answer: (result) => result };
  },
};

export const floor: OperationSuite<Case, Key> = {
  kind: "operation",
  name: "floor",
  title: "What the frame can see",
  caveats: ["This measures the frame, not Watt: differences of the size of its spread mean nothing in other suites."],
  reference: "length",
  cases: [
    { name: "fresh", group: "floor" },
    { name: "constant", group: "floor" },
  ],
  engines: [
    { name: "length", packages: [], load: async () => length },
    { name: "object", packages: [], note: "allocates 40 bytes", load: async () => object },
    { name: "map-get", packages: [], note: "hashes the text", load: async () => map },
  ],
  inputs: (benchmark, random) => {
    const texts = Array.from({ length: COUNT }, () => word(random, integer(random, 24, 40)));
    const fresh = new FreshText(texts);
    const list = texts.map((text) => ({ text }));
    const refresh = (from: number, to: number): void => {
      for (let i = from; i < to; i++) (list[i] as Key).text = fresh.text(i);
    };
    const expected = (index: number): unknown => texts[index]?.length;
    return { list, batch: COUNT, expected, ...(benchmark.name === "fresh" && { refresh }) };
  },
};
