import type { Case, OperationEngine, OperationSuite, Random } from "../api.ts";
import { integer } from "../frame/random.ts";
import { naiveXxh64 } from "./naive-xxh64.ts";

interface HashCase extends Case {
  readonly bytes: number;
  /** The whole digest as a bigint, or its low 32 bits as a number. */
  readonly form: "digest" | "low";
}

const COUNT = 1_024;
const SIZES = [16, 64, 256, 1_024, 65_536];
const BITS_LOW = 32;

const cases: HashCase[] = (["digest", "low"] as const).flatMap((form) =>
  SIZES.map((bytes) => ({ name: `${form}/${bytes}`, group: form, bytes, form })),
);

type HashEngine = OperationEngine<HashCase, Uint8Array>;

async function loadElectron(): Promise<HashEngine> {
  const { xxh64, xxh64Lo } = await import("@watt/electron");
  return {
    prepare: ({ form }) =>
      form === "digest"
        ? { run: (input) => xxh64(input), answer: (digest) => digest }
        : { run: (input) => xxh64Lo(input), answer: (low) => low },
  };
}

async function loadXxhashWasm(): Promise<HashEngine> {
  const { default: create } = await import("xxhash-wasm");
  const { h64Raw } = await create();
  return {
    prepare: ({ form }) =>
      form === "digest"
        ? { run: (input) => h64Raw(input), answer: (digest) => digest }
        : {
            run: (input) => Number(BigInt.asUintN(BITS_LOW, h64Raw(input))),
            answer: (low) => low,
          },
  };
}

/** xxh64 of bytes that lie anywhere. */
export const hash: OperationSuite<HashCase, Uint8Array> = {
  kind: "operation",
  name: "hash",
  title: "xxh64 of bytes that lie anywhere, copy into WebAssembly included",
  caveats: [
    "Inputs rotate through 1,024 arrays (64 of 64 KiB): the small ones are in the cache, as they are after a read.",
    "xxhash-wasm has no form for the low half: its row in that table is the digest, cut.",
  ],
  reference: "xxhash-wasm",
  goals: [
    { engine: "electron", case: "digest/1024", metric: "ns", against: { engine: "xxhash-wasm" }, most: 1 / 1.2 },
    { engine: "electron", case: "digest/64", metric: "ns", against: { engine: "xxhash-wasm" }, most: 1 / 1.5 },
  ],
  cases,
  engines: [
    { name: "electron", own: true, packages: ["@watt/electron"], load: loadElectron },
    { name: "xxhash-wasm", packages: ["xxhash-wasm"], load: loadXxhashWasm },
  ],
  inputs: ({ bytes, form }, random) => {
    const distinct = bytes > 4_096 ? 64 : COUNT;
    const arrays = Array.from({ length: distinct }, () => randomBytes(bytes, random));
    const answer = (array: Uint8Array): bigint | number => {
      const digest = naiveXxh64(array);
      return form === "digest" ? digest : Number(BigInt.asUintN(BITS_LOW, digest));
    };
    // When they are asked for: the naive one takes a while.
    const expected: (bigint | number | undefined)[] = [];
    return {
      list: Array.from({ length: COUNT }, (_, i) => arrays[i % distinct] as Uint8Array),
      batch: bytes > 4_096 ? 64 : COUNT,
      expected: (index) => (expected[index % distinct] ??= answer(arrays[index % distinct] as Uint8Array)),
    };
  },
};

function randomBytes(length: number, random: Random): Uint8Array {
  return Uint8Array.from({ length }, () => integer(random, 0, 256));
}
