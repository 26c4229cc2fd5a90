import { parentPort, workerData } from "node:worker_threads";
import { SharedArena } from "../../src/arena/shared-arena.ts";

interface Data {
  readonly memory: SharedArrayBuffer;
  readonly control: SharedArrayBuffer;
  readonly id: number;
  readonly rounds: number;
}

// Small ones, some larger than a chunk, until nothing fits. Fills what it gets with its number.
const { memory, control, id, rounds } = workerData as Data;
const arena = SharedArena.from(memory);
const bytes = new Uint8Array(memory);
const gate = new Int32Array(control);
let seed = id * 7919;

function next(below: number): number {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed >> 8) % below;
}

function fill(): Int32Array {
  const taken: number[] = [];
  let refused = 0;
  while (refused < 20) {
    // What was refused becomes smaller, so that the last byte is asked for.
    const size = refused > 0 ? next(40 >> (refused >> 2)) + 1 : next(20) === 0 ? 4000 + next(9000) : 1 + next(900);
    const offset = arena.tryAlloc(size, 1 << next(5));
    if (offset === -1) {
      refused++;
      continue;
    }
    bytes.fill(id, offset, offset + size);
    taken.push(offset, size);
    // A rest now and then, so that the others get their turn on few cores.
    if (taken.length % 64 === 0) Atomics.wait(gate, 1, 0, 0.05);
  }
  return Int32Array.from(taken);
}

for (let round = 1; round <= rounds; round++) {
  for (let seen = Atomics.load(gate, 0); seen < round; seen = Atomics.load(gate, 0))
    Atomics.wait(gate, 0, seen, 10_000);
  parentPort?.postMessage(fill());
}
