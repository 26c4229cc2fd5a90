// Allocates from a shared arena without a pause, so that another thread's figures include the contention.
import { workerData } from "node:worker_threads";
import { SharedArena } from "@watt/electron/threads";

const memory = SharedArena.from(workerData as SharedArrayBuffer);
// The arena is full until the measuring thread resets it.
for (;;) memory.tryAlloc(16);
