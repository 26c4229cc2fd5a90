import type { Case, OperationSuite } from "../api.ts";
import { ALLOC, cases, PAIR, PAIR_4K, sizeOf } from "./cases.ts";

const COUNT = 1_024;
const own = { own: true, packages: ["@watt/electron"] };
const peers = { packages: [] };
const load = () => import("./engines/electron.ts");
const loadPeers = () => import("./engines/peers.ts");
const loadShared = () => import("./engines/shared-arena.ts");

/** Memory in pieces. */
export const arena: OperationSuite<Case, number> = {
  kind: "operation",
  name: "arena",
  title: "Allocation: one call, or one pair of acquire and release",
  caveats: [
    "Offsets are compared with objects, which V8 zeroes, types and later collects: the collector's work is in the rows of objects only as far as it ran during the batch.",
    "What is allocated is kept until the next run of 64, so that nothing is optimised away. Nothing is written to it.",
    "A pair takes back at once what it gave: the best case of every pool.",
  ],
  reference: "{a, b}",
  goals: [
    { engine: "Arena", case: ALLOC, metric: "ns", most: 10 },
    { engine: "Arena", case: ALLOC, metric: "ns", against: { engine: "{a, b}" }, most: 1 / 3 },
    { engine: "Pool", case: PAIR, metric: "ns", most: 5 },
    { engine: "SharedArena, 2 threads", case: ALLOC, metric: "ns", most: 10 },
    { engine: "BufferPool", case: PAIR_4K, metric: "ns", against: { engine: "Uint8Array(4096)" }, most: 0.5 },
  ],
  cases,
  engines: [
    { name: "Arena", ...own, load: async () => (await load()).arena },
    { name: "SharedArena", ...own, load: async () => (await loadShared()).alone },
    {
      name: "SharedArena, 2 threads",
      note: "the other thread allocates 16 bytes without a pause",
      ...own,
      load: async () => (await loadShared()).contended,
    },
    { name: "Pool", ...own, load: async () => (await load()).pool },
    { name: "SizeClasses", ...own, load: async () => (await load()).sizeClasses },
    { name: "BufferPool", ...own, load: async () => (await load()).bufferPool },
    { name: "@thi.ng/malloc", packages: ["@thi.ng/malloc"], load: async () => (await loadPeers()).thing },
    {
      name: "{a, b}",
      note: "an object of two fields that escapes",
      ...peers,
      load: async () => (await loadPeers()).object,
    },
    { name: "Uint8Array(64)", ...peers, load: async () => (await loadPeers()).bytes64 },
    { name: "allocUnsafe(64)", ...peers, load: async () => (await loadPeers()).allocUnsafe64 },
    { name: "Uint8Array(4096)", ...peers, load: async () => (await loadPeers()).bytes4k },
    { name: "allocUnsafe(4096)", ...peers, load: async () => (await loadPeers()).allocUnsafe4k },
  ],
  inputs: () => ({
    list: Array.from({ length: COUNT }, (_, i) => sizeOf(i)),
    batch: COUNT,
    expected: () => true,
  }),
};
