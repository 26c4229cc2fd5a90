import { expectTypeOf, test } from "vitest";
import { type Cell, Mutex, SeqLock } from "../../src/threads/index.ts";
import { LockedCell } from "../../src/locked/index.ts";

test("a mutex", () => {
  const mutex = new Mutex();
  expectTypeOf(mutex.memory).toEqualTypeOf<SharedArrayBuffer>();
  expectTypeOf(mutex.lock()).toEqualTypeOf<boolean>();
  expectTypeOf(mutex.lockAsync(5)).toEqualTypeOf<Promise<boolean>>();
  expectTypeOf(mutex.withLock(() => 1)).toEqualTypeOf<number | undefined>();
  expectTypeOf(Mutex.from(mutex.memory)).toEqualTypeOf<Mutex>();
  // @ts-expect-error: memory of one thread is no shared memory
  Mutex.from(new ArrayBuffer(128));
  // @ts-expect-error: words of one thread are no shared words
  new Mutex(new Int32Array(4), 0);
});

test("a cell", () => {
  const cell = new SeqLock({ words: 2 });
  expectTypeOf(cell).toExtend<Cell>();
  expectTypeOf(new LockedCell({ words: 2 })).toExtend<Cell>();
  expectTypeOf(cell.read(new Int32Array(2), 5)).toEqualTypeOf<boolean>();
  // @ts-expect-error: a length is needed
  new SeqLock({});
  // @ts-expect-error: words are 32 bits wide
  cell.tryRead(new Float64Array(2));
  // @ts-expect-error: the length is fixed
  cell.length = 3;
});
