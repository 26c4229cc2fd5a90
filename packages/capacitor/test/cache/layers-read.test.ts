import { describe, expect, test } from "vitest";
import { type Cache } from "../../src/cache/index.ts";
import { createWorld } from "./remote.ts";
import { defer, turn } from "./support.ts";

const boom = new Error("boom");

describe("reading", () => {
  test("asks the layers in their order, and fills those above", async () => {
    const { near, far, clock, create } = createWorld();
    far.inner.set("a", { value: "x", until: clock.time + 10, expires: clock.time + 15, tags: ["t"] });
    const cache = create();
    const answer = cache.get("a");
    expect(answer).toBeInstanceOf(Promise);
    expect(await answer).toBe("x");
    expect(cache.get("a")).toBe("x");
    await cache.settled();
    expect([near.calls, far.calls]).toEqual([["get a", 'set a {"ttl":15,"tags":["t"]}'], ["get a"]]);
    expect(cache.stats()).toMatchObject({
      hits: 2,
      misses: 0,
      entries: 1,
      tags: 1,
      layers: [
        { hits: 0, misses: 1, errors: 0 },
        { hits: 1, misses: 0, errors: 0 },
      ],
    });
  });

  test("what is filled lives no longer than what it was filled from", async () => {
    const { clock, far, near, create } = createWorld();
    const cache = create({ ttl: 1_000 });
    far.inner.set("a", { value: "x", until: clock.time + 10, expires: clock.time + 10 });
    clock.time += 4;
    await cache.get("a");
    clock.time += 5;
    expect(cache.peek("a")).toBe("x");
    clock.time += 1;
    expect([cache.peek("a"), near.inner.get("a"), await cache.get("a")]).toEqual([undefined, undefined, undefined]);
  });

  test("what a far layer has is no longer asked for when a near one has it", async () => {
    const { near, far, create } = createWorld();
    near.inner.set("a", { value: "near" });
    far.inner.set("a", { value: "far" });
    expect(await create().get("a")).toBe("near");
    expect(far.calls).toEqual([]);
  });

  test("asks for many at once, each layer for what is still missing", async () => {
    const { near, far, create } = createWorld();
    const cache = create();
    near.inner.set("b", { value: "B" });
    far.inner.set("c", { value: "C" });
    await cache.set("a", "A");
    near.calls.length = far.calls.length = 0;
    expect(await cache.getMany(["a", "b", "c", "d", "b"])).toEqual(["A", "B", "C", undefined, "B"]);
    await cache.settled();
    expect(near.calls.slice(0, 1)).toEqual(["getMany b,c,d,b"]);
    expect(far.calls).toEqual(["getMany c,d"]);
    expect(cache.stats()).toMatchObject({ hits: 4, misses: 1 });
    expect(cache.getMany(["a", "c"])).toEqual(["A", "C"]);
  });

  test("a store without getMany is asked key by key", async () => {
    const { near, create } = createWorld();
    const { get, set, delete: remove, increment } = near;
    const layers = [{ get, set, delete: remove, increment }];
    await create({ layers }).set("a", "A");
    expect(await create({ layers }).getMany(["a", "b"])).toEqual(["A", undefined]);
    expect(near.calls.slice(1)).toEqual(["get a", "get b"]);
  });

  test("has counts nothing; peek asks no layer", async () => {
    const { far, create } = createWorld();
    far.inner.set("a", { value: "x" });
    const cache = create();
    expect(cache.peek("a")).toBeUndefined();
    expect(far.calls).toEqual([]);
    expect([await cache.has("a"), await cache.has("b"), cache.has("a")]).toEqual([true, false, true]);
    expect(cache.stats()).toMatchObject({ hits: 0, misses: 0 });
  });

  test.each([null, 7, "text", {}, { value: undefined }, []])("what is no entry is none: %j", async (other) => {
    const { near, create } = createWorld();
    near.inner.set("a", other as never);
    expect(await create().get("a")).toBeUndefined();
  });

  test("an entry that is over counts for nothing, whatever the store does", async () => {
    const { near, clock, create } = createWorld();
    near.inner.set("a", { value: "x", until: clock.time - 10, expires: clock.time });
    const cache = create({ staleIfError: 1_000 });
    await expect(cache.getOrLoad("a", () => Promise.reject(boom))).rejects.toBe(boom);
  });

  test.each([
    [0, undefined, 0],
    [1, "x", 1],
  ])("an entry that is fresh for %i ms more", async (more, value, hits) => {
    const { near, clock, create } = createWorld();
    near.inner.set("a", { value: "x", until: clock.time + more, expires: clock.time + 100 });
    const cache = create({ layers: [near] });
    expect([await cache.get("a"), await cache.has("a")]).toEqual([value, value !== undefined]);
    expect(cache.stats()).toMatchObject({ hits, misses: 1 - hits });
    // Where memory does not answer, `has` asks as well.
    expect(cache.stats().layers).toEqual([{ hits, misses: 2 * (1 - hits), errors: 0 }]);
  });

  test("a change while layers are asked: who asked may get the old value, memory does not keep it", async () => {
    for (const change of [
      (cache: Cache<string>) => cache.delete("a"),
      (cache: Cache<string>) => cache.deleteTagged("t"),
      (cache: Cache<string>) => cache.clear(),
      (cache: Cache<string>) => cache.set("a", "new"),
    ]) {
      const { near, far, create } = createWorld();
      far.inner.set("a", { value: "old", tags: ["t"] }, { tags: ["t"] });
      const cache = create();
      const gate = defer<void>();
      far.gate = gate.promise;
      const asked = cache.get("a");
      await turn();
      const changed = change(cache);
      gate.resolve();
      expect(await asked).toBe("old");
      await changed;
      await cache.settled();
      const expected = change.toString().includes("set") ? "new" : undefined;
      expect([cache.peek("a"), near.inner.get("a")?.value, await cache.get("a")]).toEqual(Array(3).fill(expected));
    }
  });
});
