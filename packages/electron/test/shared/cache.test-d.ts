import { expectTypeOf, test } from "vitest";
import {
  type Cache,
  type Counter,
  type Histogram,
  type HistogramSnapshot,
  SharedCache,
  SharedCounter,
  SharedHistogram,
} from "../../src/threads/index.ts";
import { LockedCache, LockedCounter, LockedHistogram } from "../../src/locked/index.ts";

test("a cache", () => {
  const cache = new SharedCache({ bytes: 2 ** 20 });
  expectTypeOf(cache).toExtend<Cache>();
  expectTypeOf(new LockedCache({ bytes: 2 ** 20 })).toExtend<Cache>();
  expectTypeOf(SharedCache.from(cache.memory, { handle: 1 })).toEqualTypeOf<SharedCache>();
  expectTypeOf(cache.get("key")).toEqualTypeOf<Uint8Array | undefined>();
  expectTypeOf(cache.getInto(new Uint8Array(1), new Uint8Array(1))).toEqualTypeOf<number>();
  expectTypeOf(cache.set("key", new Uint8Array(1), 5)).toEqualTypeOf<boolean>();
  expectTypeOf(cache.increment("key", 2)).toEqualTypeOf<number | undefined>();
  expectTypeOf(cache.handle).toEqualTypeOf<number>();
  // @ts-expect-error: how large it is must be said
  new SharedCache({ handles: 3 });
  // @ts-expect-error: a handle is for one that exists
  new SharedCache({ bytes: 2 ** 20, handle: 3 });
  // @ts-expect-error: values are bytes
  cache.set("key", "value");
  // @ts-expect-error: keys are texts or bytes
  cache.get(7);
  // @ts-expect-error: memory of one thread is no shared memory
  SharedCache.from(new ArrayBuffer(128));
  // @ts-expect-error: the twin has no handles
  LockedCache.from(cache.memory, { handle: 1 });
  // @ts-expect-error: how pages are kept is its own business
  cache.pin(1);
});

test("a counter and a histogram", () => {
  const counter = new SharedCounter();
  expectTypeOf(counter).toExtend<Counter>();
  expectTypeOf(new LockedCounter()).toExtend<Counter>();
  expectTypeOf(counter.value()).toEqualTypeOf<number>();
  // @ts-expect-error: what is added is a number
  counter.add(1n);
  const histogram = new SharedHistogram({ precision: 3 });
  expectTypeOf(histogram).toExtend<Histogram>();
  expectTypeOf(new LockedHistogram()).toExtend<Histogram>();
  expectTypeOf(histogram.snapshot()).toEqualTypeOf<HistogramSnapshot>();
  // @ts-expect-error: one option, and not this one
  new SharedHistogram({ digits: 3 });
  // @ts-expect-error: a snapshot does not change
  histogram.snapshot().count = 1;
});
