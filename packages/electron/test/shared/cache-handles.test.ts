import { describe, expect, test } from "vitest";
import { SharedCache } from "../../src/threads/index.ts";
import { codeOf } from "../code-of.ts";
import { bytes, textOf } from "./cache-kinds.ts";

const create = (handles: number): SharedCache => new SharedCache({ bytes: 50_000, maxEntryBytes: 100, handles });

describe("handles", () => {
  test("each instance has its own, the first free one", () => {
    const first = create(3);
    const others = [SharedCache.from(first.memory), SharedCache.from(first.memory)];
    expect([first, ...others].map(({ handle }) => handle)).toEqual([0, 1, 2]);
    expect(codeOf(() => SharedCache.from(first.memory))).toBe("WATT_ELECTRON_FULL");
    others[0]?.close();
    expect(SharedCache.from(first.memory).handle).toBe(1);
  });

  test("the default is 8", () => {
    const first = new SharedCache({ bytes: 2 ** 18, maxEntryBytes: 100 });
    for (let handle = 1; handle < 8; handle++) expect(SharedCache.from(first.memory).handle).toBe(handle);
    expect(codeOf(() => SharedCache.from(first.memory))).toBe("WATT_ELECTRON_FULL");
  });

  test("64 of them work, more are a coded error", () => {
    const first = new SharedCache({ bytes: 64 * 64 * 1100, maxEntryBytes: 100, handles: 64 });
    const last = SharedCache.from(first.memory, { handle: 63 });
    for (let i = 0; i < 300; i++) last.increment(`key ${i % 7}`);
    expect(textOf(first.get("key 0"))).toBe("43");
    expect(codeOf(() => new SharedCache({ bytes: 2 ** 30, handles: 65 }))).toBe("WATT_ELECTRON_OPTION");
    expect(codeOf(() => new SharedCache({ bytes: 2 ** 30, handles: 0 }))).toBe("WATT_ELECTRON_OPTION");
  });

  test("one can be had although it is taken, for a thread that died", () => {
    const first = create(2);
    const second = SharedCache.from(first.memory);
    second.set("key", bytes("value"));
    const heir = SharedCache.from(first.memory, { handle: 1 });
    expect([heir.handle, textOf(heir.get("key"))]).toEqual([1, "value"]);
    expect(codeOf(() => SharedCache.from(first.memory))).toBe("WATT_ELECTRON_FULL");
  });

  test("one that is asked for while it is free is taken", () => {
    const first = create(3);
    expect(
      [2, undefined].map((handle) => SharedCache.from(first.memory, handle === undefined ? {} : { handle }).handle),
    ).toEqual([2, 1]);
  });

  test.each([3, 64, NaN])("%d, which there is not, is a coded error", (handle) => {
    const { memory } = create(3);
    expect(codeOf(() => SharedCache.from(memory, { handle }))).toBe("WATT_ELECTRON_FULL");
  });

  test.each<[string, (cache: SharedCache) => unknown]>([
    ["get", (cache) => cache.get("key")],
    ["getInto", (cache) => cache.getInto("key", new Uint8Array(9))],
    ["has", (cache) => cache.has("key")],
    ["set", (cache) => cache.set("key", bytes("other"))],
    ["delete", (cache) => cache.delete("key")],
    ["increment", (cache) => cache.increment("key")],
    ["clear", (cache) => cache.clear()],
    ["stats", (cache) => cache.stats()],
    ["close", (cache) => cache.close()],
  ])("%s after close throws and does nothing", (_, run) => {
    const first = create(2);
    const second = SharedCache.from(first.memory);
    second.set("key", bytes("value"));
    second.get("key");
    second.close();
    const before = new Int32Array(first.memory.slice(0) as unknown as ArrayBuffer);
    expect(codeOf(() => run(second))).toBe("WATT_ELECTRON_CLOSED");
    expect(new Int32Array(first.memory)).toEqual(before);
    expect(SharedCache.from(first.memory).handle).toBe(1);
  });
});

// Every page is in one bucket, or one spare of one handle.
function expectNoPageLost(cache: SharedCache, handles: number): void {
  const words = new Int32Array(cache.memory);
  const heads = [...words.subarray(words[2])];
  const rows = Array.from({ length: handles }, (_, handle) => 16 + 80 * handle);
  const spares = rows.flatMap((row) => [...words.subarray(row + 3, row + 3 + handles)]);
  const pages = [...heads, ...spares];
  const first = 16 + 80 * handles;
  const all = Array.from({ length: pages.length }, (_, page) => first + page * (words[3] as number));
  expect(pages.sort((a, b) => a - b)).toEqual(all);
}

describe("a handle that is taken over", () => {
  const INTENT = 16 + 80 + 2;
  const SPARES = 16 + 80 + 3;

  // What a thread with handle 1 left behind when it died at some point of setting "key" to "new". On its first spare, or on
  // its second, as the first was still being read.
  function died(point: "before" | "after" | "at the end", isRead: boolean): SharedCache {
    const first = create(2);
    const second = SharedCache.from(first.memory);
    second.set("key", bytes("older"));
    if (isRead) first.get("key");
    second.set("key", bytes("old"));
    const before = new Int32Array(first.memory.slice(0) as unknown as ArrayBuffer);
    second.set("key", bytes("new"));
    const words = new Int32Array(first.memory);
    const heads = words[2] as number;
    const head = heads + words.subarray(heads).findIndex((page, i) => page !== before[heads + i]);
    const slot = SPARES + Number(isRead);
    expect([words[INTENT], words[slot]]).not.toEqual([before[INTENT], before[slot]]);
    // The store of the spare was the last.
    if (point !== "at the end") words[slot] = before[slot] as number;
    if (point === "before") words[head] = before[head] as number;
    return first;
  }

  test.each([
    ["before", false, "old"],
    ["after", false, "new"],
    ["at the end", false, "new"],
    ["before", true, "old"],
    ["after", true, "new"],
    ["at the end", true, "new"],
  ] as const)(
    "from one who died %s the exchange loses no page (the first spare was read: %s)",
    (point, isRead, value) => {
      const first = died(point, isRead);
      const heir = SharedCache.from(first.memory, { handle: 1 });
      expectNoPageLost(first, 2);
      expect([textOf(first.get("key")), textOf(heir.get("key"))]).toEqual([value, value]);
      for (let i = 0; i < 50; i++) (i % 2 === 0 ? heir : first).increment("n");
      expect(textOf(first.get("n"))).toBe("50");
      expectNoPageLost(first, 2);
    },
  );

  test("also when others have written to the bucket since, and when it is taken over twice", () => {
    const first = died("after", true);
    for (let i = 0; i < 5; i++) first.set("key", bytes(`newer ${i}`));
    SharedCache.from(first.memory, { handle: 1 });
    expectNoPageLost(first, 2);
    const heir = SharedCache.from(first.memory, { handle: 1 });
    expectNoPageLost(first, 2);
    expect(textOf(heir.get("key"))).toBe("newer 4");
  });
});
