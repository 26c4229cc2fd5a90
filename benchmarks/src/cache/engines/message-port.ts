import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { TaskEngine } from "../../api.ts";
import { type CacheCase, KEYS, VALUE_BYTES } from "../cases.ts";

interface Answer {
  readonly value: Uint8Array | undefined;
}

/** A Map that lives in another thread; one call is one message there and one back. */
export const task: TaskEngine<CacheCase> = {
  async run({ threads, work }, { warmupMs, measureMs }) {
    if (threads > 1) return { cannot: "one user is enough to see the price of a round trip" };
    if (work === "mixed") return { cannot: "a get and a set cost the same round trip" };
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(new URL("../map-thread.ts", import.meta.url), {
      workerData: port2,
      transferList: [port2],
    });
    const value = new Uint8Array(VALUE_BYTES);
    const keys = Array.from({ length: KEYS }, (_, i) => `session:${i}`);
    const call = (i: number): Promise<Answer> =>
      ask(port1, work === "set" ? [keys[i % KEYS], value] : [keys[i % KEYS]]);
    for (const key of keys) await ask(port1, [key, value]);
    let next = 0;
    const warm = performance.now() + warmupMs;
    while (performance.now() < warm) await call(next++);
    const began = performance.now();
    let calls = 0;
    for (; performance.now() - began < measureMs; calls++) {
      const answer = await call(next++);
      if (answer.value?.length !== VALUE_BYTES) throw new Error("a value is gone");
    }
    const ns = ((performance.now() - began) * 1e6) / calls;
    port1.close();
    await worker.terminate();
    return { ns };
  },
};

function ask(port: MessagePort, request: readonly unknown[]): Promise<Answer> {
  return new Promise((resolve) => {
    port.once("message", resolve);
    port.postMessage(request);
  });
}
