import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { createOutputPool, div, each, type Html, p, renderInto, renderToBytes } from "../src/index.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const CYCLES = 10_000;
const GROWTH_MAX = 1024 * 1024;

const view = (n: number): Html =>
  div(
    { id: n, title: `number ${n}` },
    each([1, 2, 3], (i) => p(`${n}.${i} <&>`)),
  );
const pool = createOutputPool();

test.each<[string, (n: number) => unknown]>([
  ["renders to bytes", (n) => renderToBytes(() => view(n))],
  ["leases that are released", (n) => renderInto(pool, () => view(n)).release()],
  ["nodes made outside of renders", (n) => renderToBytes(view(n))],
  ["nodes that are never rendered", (n) => view(n)],
  ["views that throw", (n) => expect(() => renderToBytes(() => div(view(n), Symbol("x") as never))).toThrow()],
])("%s leave nothing behind", { timeout: 60_000 }, async (_, run) => {
  const cycles = async (from: number): Promise<number> => {
    for (let n = from; n < from + CYCLES; n++) run(n);
    // Twice, with a pause: V8 gives the memory of dead buffers back beside the program, some time after a collection.
    collect();
    await setTimeout(50);
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = await cycles(0);
  expect((await cycles(CYCLES)) - before).toBeLessThan(GROWTH_MAX);
});
