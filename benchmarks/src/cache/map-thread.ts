// Owns a Map and answers for it: [key] gets, [key, value] sets.
import { type MessagePort, workerData } from "node:worker_threads";

const port = workerData as MessagePort;
const map = new Map<string, Uint8Array>();

port.on("message", ([key, value]: [string, Uint8Array | undefined]) => {
  if (value !== undefined) map.set(key, value);
  port.postMessage({ value: map.get(key) });
});
