export { LockedCache } from "./locked-cache.ts";
export { LockedCell } from "./locked-cell.ts";
export { LockedCounter } from "./locked-counter.ts";
export { LockedHistogram } from "./locked-histogram.ts";
export { LockedQueue, type LockedQueueOptions } from "./locked-queue.ts";
