import { parentPort, workerData } from "node:worker_threads";
import { RoutesReader } from "../../src/shared/index.ts";
import { answerOf, pathsOf, VERSIONS } from "./swapped-tables.ts";

const { memory, executor, stop } = workerData as {
  memory: SharedArrayBuffer;
  executor: "walker" | "wasm";
  stop: SharedArrayBuffer;
};

// Looks up every path of every kind in whatever is current, until told to stop; says what it saw, and what was wrong.
const reader = new RoutesReader(memory, ({ method, pattern }) => `${method} ${pattern}`, { executor });
const stopped = new Int32Array(stop);
const seen = new Set<number>();
let lookups = 0;
let wrong: string | undefined;
// A last time after the last table, so that it is seen.
for (let last = false; !last && wrong === undefined;) {
  last = Atomics.load(stopped, 0) === 1;
  const router = reader.current();
  const { table } = (router.match("GET", "/table") as { route: { doc: unknown } }).route.doc as { table: number };
  seen.add(table);
  for (const path of pathsOf(table % VERSIONS)) {
    const match = router.match("GET", path);
    const found = match === undefined ? undefined : `${match.value} ${JSON.stringify(match.params)}`;
    lookups++;
    if (found !== answerOf(table, path)) wrong ??= `table ${table}, ${path}: ${found}, not ${answerOf(table, path)}`;
  }
}
reader.close();
parentPort?.postMessage({ seen: seen.size, lookups, wrong, last: Math.max(...seen) });
