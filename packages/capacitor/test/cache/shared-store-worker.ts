import { workerData } from "node:worker_threads";
import { SharedCache } from "@watt/electron/threads";
import { SharedStore } from "../../src/cache/index.ts";

const { memory, number } = workerData as { readonly memory: SharedArrayBuffer; readonly number: number };
const store = new SharedStore<object>(SharedCache.from(memory));
const { a } = store.get("from main") as { readonly a: Uint8Array };
for (let i = 0; i < 1_000; i++) store.increment("n");
store.set(`from ${number}`, { number, saw: a[0] });
