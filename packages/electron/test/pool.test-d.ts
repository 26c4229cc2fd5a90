import { expectTypeOf, test } from "vitest";
import {
  ArenaOfPools,
  Arena,
  BufferPool,
  type Handle,
  type Offset,
  Pool,
  type RequestArena,
  SizeClasses,
} from "../src/index.ts";

test("handles are neither numbers nor offsets, and full pools are told apart", () => {
  const pool = new Pool({ slots: 2 });
  const handle = pool.acquire();
  expectTypeOf(handle).toEqualTypeOf<Handle | -1>();
  expectTypeOf<Handle>().toExtend<number>();
  // @ts-expect-error it may be -1
  pool.release(handle);
  if (handle !== -1) expectTypeOf(pool.offset(handle)).toEqualTypeOf<Offset>();
  // @ts-expect-error an offset is no handle
  if (handle !== -1) pool.release(pool.offset(handle));
  // @ts-expect-error neither is a number
  pool.isHeld(7);
  // @ts-expect-error how many slots must be said
  new Pool({ slotBytes: 8 });
  // @ts-expect-error the number of slots is not changed
  pool.slots = 3;
});

test("blocks of size classes are offsets", () => {
  const heap = new SizeClasses({ bytes: 64 });
  const offset = heap.alloc(8);
  expectTypeOf(offset).toEqualTypeOf<Offset | -1>();
  // @ts-expect-error it may be -1
  heap.free(offset);
  new SizeClasses({ buffer: new SharedArrayBuffer(64), start: 8 });
  // @ts-expect-error neither a buffer nor a size
  new SizeClasses({});
  // @ts-expect-error a start without a buffer
  new SizeClasses({ bytes: 64, start: 8 });
});

test("buffers are plain arrays of bytes that can be transferred", () => {
  const pool = new BufferPool();
  const buffer = pool.acquire(1);
  expectTypeOf(buffer).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
  // @ts-expect-error a shared one is no pool's
  pool.release(new Uint8Array(new SharedArrayBuffer(8)));
});

test("arenas of requests are arenas that can be disposed of", () => {
  const pools = new ArenaOfPools({ arenas: 2, bytes: 64 });
  const arena = pools.acquire();
  expectTypeOf(arena).toEqualTypeOf<RequestArena | undefined>();
  expectTypeOf<RequestArena>().toExtend<Arena & Disposable>();
  expectTypeOf(pools.scope()).toEqualTypeOf<Disposable>();
  // @ts-expect-error there may be none
  arena.alloc(8);
  // @ts-expect-error any other arena is not of a pool
  pools.release(new Arena({ bytes: 64 }));
  // @ts-expect-error how large must be said
  new ArenaOfPools({ arenas: 2 });
});
