import { describe, expect, test, vi } from "vitest";
import { ArenaOfPools, BufferPool, type Handle, type Offset, Pool, SizeClasses } from "../src/index.ts";
import { codeOf } from "./code-of.ts";

// The sources as the production build has them: without checked mode, whatever the options say.
vi.hoisted(() => Reflect.set(globalThis, "__WATT_CHECKED__", false));

interface Pooled {
  readonly scope: () => Disposable;
  readonly take: () => unknown;
  readonly giveBack: (taken: unknown) => void;
  /** What its memory holds, where the pool can see it. */
  readonly bytes?: (taken: unknown) => Uint8Array;
}

const pools: [string, () => Pooled][] = [
  [
    "slots",
    () => {
      const pool = new Pool({ slots: 2, checked: true });
      return {
        scope: () => pool.scope(),
        take: () => pool.acquire("x"),
        giveBack: (taken) => {
          const handle = taken as Handle;
          pool.release(handle);
          expect(pool.offset(handle)).toBe(0);
        },
      };
    },
  ],
  [
    "size classes",
    () => {
      const heap = new SizeClasses({ bytes: 128, checked: true });
      return {
        scope: () => heap.scope(),
        take: () => heap.alloc(20, "x"),
        giveBack: (taken) => heap.free(taken as Offset),
        bytes: (taken) => new Uint8Array(heap.buffer, taken as Offset, 20),
      };
    },
  ],
  [
    "buffers",
    () => {
      const pool = new BufferPool({ checked: true });
      return {
        scope: () => pool.scope(),
        take: () => pool.acquire(1, "x"),
        giveBack: (taken) => pool.release(taken as Uint8Array<ArrayBuffer>),
        bytes: (taken) => taken as Uint8Array,
      };
    },
  ],
  [
    "arenas",
    () => {
      const pool = new ArenaOfPools({ arenas: 2, bytes: 64, checked: true });
      return {
        scope: () => pool.scope(),
        take: () => pool.acquire("x"),
        giveBack: (taken) => pool.release(taken as ReturnType<typeof pool.acquire> & object),
        bytes: () => new Uint8Array(pool.buffer),
      };
    },
  ],
];

describe.each(pools)("%s without checked mode", (_, make) => {
  test("refuse a second release all the same", () => {
    const pool = make();
    const taken = pool.take();
    pool.giveBack(taken);
    expect(codeOf(() => pool.giveBack(taken))).toBe("WATT_ELECTRON_NOT_HELD");
  });

  test("leave memory as it is, and do not look at it", () => {
    const pool = make();
    const taken = pool.take();
    pool.bytes?.(taken).fill(7);
    pool.giveBack(taken);
    pool.bytes?.(taken).fill(8);
    pool.take();
    expect(new Set(pool.bytes?.(taken) ?? [8])).toEqual(new Set([8]));
  });

  test("look for no leaks", () => {
    const pool = make();
    const leak = (): void => {
      using _ = pool.scope();
      pool.take();
    };
    expect(codeOf(leak)).toBe("nothing");
  });
});

test("a reset forgets what is held", () => {
  const heap = new SizeClasses({ bytes: 128, checked: true });
  const offset = heap.alloc(20) as Offset;
  heap.reset();
  expect(codeOf(() => heap.free(offset))).toBe("WATT_ELECTRON_NOT_HELD");
});

test("arenas are leased again and again, and another pool's are refused", () => {
  const pool = new ArenaOfPools({ arenas: 1, bytes: 64 });
  const other = new ArenaOfPools({ arenas: 1, bytes: 64 });
  const arena = pool.acquire();
  expect(codeOf(() => arena && other.release(arena))).toBe("WATT_ELECTRON_NOT_HELD");
  arena?.alloc(40);
  arena?.[Symbol.dispose]();
  expect([pool.acquire() === arena, arena?.used, pool.stats().peakBytes]).toEqual([true, 0, 40]);
});
