export { SharedArena, type SharedArenaOptions } from "../arena/shared-arena.ts";
export type { Cell, CellOptions } from "../shared/cell.ts";
export { Mutex } from "../shared/mutex.ts";
export { SeqLock } from "../shared/seq-lock.ts";
export type { Cache, CacheOptions, CacheStats } from "../shared/cache/cache.ts";
export type { Counter } from "../shared/counter.ts";
export type { HistogramSnapshot } from "../shared/histogram/histogram-snapshot.ts";
export type { Histogram, HistogramOptions } from "../shared/histogram/histogram.ts";
export { SharedCache, type SharedCacheHandle, type SharedCacheOptions } from "../shared/shared-cache.ts";
export { SharedCounter, type SharedCounterOptions } from "../shared/shared-counter.ts";
export { SharedHistogram } from "../shared/shared-histogram.ts";
export { MpmcQueue, type MpmcQueueOptions } from "../queue/mpmc-queue.ts";
export { type MpscProducer, MpscRing, type MpscRingOptions } from "../queue/mpsc-ring.ts";
export type {
  BatchConsumer,
  BatchProducer,
  BatchQueue,
  MessageConsumer,
  MessageProducer,
  Queue,
  QueueConsumer,
  QueueProducer,
} from "../queue/queue.ts";
export { type RingAttachOptions, SpscRing, type SpscRingOptions } from "../queue/spsc-ring.ts";
