import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { html, renderToString } from "../../src/index.ts";
import { tape } from "../../src/tape/tape.ts";
import { templateOf } from "./template-of.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

// Templates that code makes and drops: of a module that is loaded anew, for one.
test("programs live as long as their strings", { timeout: 60_000 }, async () => {
  const dropped: WeakRef<TemplateStringsArray>[] = [];
  const cycles = async (from: number): Promise<number> => {
    for (let n = from; n < from + 10_000; n++) {
      const strings = templateOf([`<p>${n % 50}`, `<b>${"x".repeat(1100)}</b></p>`]);
      if (n % 100 === 0) dropped.push(new WeakRef(strings));
      renderToString(() => html(strings, n));
    }
    collect();
    await setTimeout(50);
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = await cycles(0);
  expect((await cycles(10_000)) - before).toBeLessThan(1024 * 1024);
  expect(dropped.filter((reference) => reference.deref() !== undefined).length).toBeLessThanOrEqual(1);
  // The static texts of all of them: what is long is no static.
  expect(tape.statics.offsets[tape.statics.count]!).toBeLessThan(8 * 1024);
});
