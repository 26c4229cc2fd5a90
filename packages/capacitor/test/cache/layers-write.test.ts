import { describe, expect, test } from "vitest";
import { isWattErrorOf } from "../support.ts";
import { createWorld } from "./remote.ts";
import { defer, turn } from "./support.ts";

describe("writing", () => {
  test("goes to memory at once and to all layers", async () => {
    const { clock, near, far, create } = createWorld();
    const cache = create({ staleIfError: 5 });
    const done = cache.set("a", "x", { ttl: 10, tags: ["t"] });
    expect(cache.get("a")).toBe("x");
    expect(await done).toBeUndefined();
    const entry = { value: "x", until: clock.time + 10, expires: clock.time + 15, tags: ["t"] };
    expect([near.inner.get("a"), far.inner.get("a")]).toEqual([entry, entry]);
    expect(far.calls).toEqual(['set a {"ttl":15,"tags":["t"]}']);
    await cache.set("b", "y", { tags: [] });
    expect(far.inner.get("b")).toEqual({ value: "y" });
  });

  test("a loaded value as well, and its caller does not wait for that", async () => {
    const { far, create } = createWorld();
    const cache = create();
    await cache.get("a");
    const gate = defer<void>();
    const loader = async (): Promise<string> => {
      far.gate = gate.promise;
      return "x";
    };
    expect(await cache.getOrLoad("a", loader)).toBe("x");
    expect(far.inner.get("a")).toBeUndefined();
    gate.resolve();
    await cache.settled();
    expect(far.inner.get("a")).toEqual({ value: "x" });
  });

  test("delete says whether memory or a layer had it", async () => {
    const { far, create } = createWorld();
    const cache = create();
    far.inner.set("a", { value: "x" });
    expect([await cache.delete("a"), await cache.delete("a")]).toEqual([true, false]);
    await cache.set("b", "y");
    far.inner.delete("b");
    expect(await cache.delete("b")).toBe(true);
    expect(await cache.get("b")).toBeUndefined();
  });

  test("to set for no time is to delete everywhere", async () => {
    const { far, near, create } = createWorld();
    const cache = create();
    await cache.set("a", "x");
    await cache.set("a", "y", { ttl: 0 });
    expect([await cache.get("a"), far.inner.get("a"), near.inner.get("a")]).toEqual([undefined, undefined, undefined]);
  });

  test("reaches a layer in the order of the calls, though it is slow", async () => {
    const { far, create } = createWorld();
    const cache = create();
    const gates = [defer<void>(), defer<void>()] as const;
    far.gate = gates[0].promise;
    const first = cache.set("a", "old");
    const second = cache.delete("a");
    const read = cache.get("a");
    await turn();
    expect(far.calls).toEqual(['set a {"ttl":null,"tags":[]}']);
    far.gate = gates[1].promise;
    gates[0].resolve();
    await turn();
    expect(far.calls.slice(1)).toEqual(["delete a"]);
    gates[1].resolve();
    expect(await Promise.all([first, second, read])).toEqual([undefined, true, undefined]);
    expect(cache.peek("a")).toBeUndefined();
  });

  test("what is done to all keys waits for what was called before, and is waited for", async () => {
    const { far, create } = createWorld();
    const cache = create();
    const gate = defer<void>();
    far.gate = gate.promise;
    const calls = [
      cache.set("a", "a", { tags: ["t"] }),
      cache.deleteTagged("t"),
      cache.set("b", "b", { tags: ["t"] }),
      cache.clear(),
      cache.set("c", "c"),
      cache.get("a"),
    ];
    await turn();
    expect(far.calls).toHaveLength(1);
    gate.resolve();
    await Promise.all(calls);
    expect(far.calls.map((call) => call.split(" ").slice(0, 2).join(" "))).toEqual([
      "set a",
      "deleteTagged t",
      "set b",
      "clear",
      "set c",
      "get a",
    ]);
    expect(await cache.getMany(["a", "b", "c"])).toEqual([undefined, undefined, "c"]);
  });

  test.each([0, 1])("clear is refused where a layer cannot, and nothing is done: layer %i", async (index) => {
    const { near, far, create } = createWorld();
    const { get, set, delete: remove, increment } = far;
    const cache = create({ layers: [near, near].with(index, { get, set, delete: remove, increment } as never) });
    await cache.set("a", "x");
    expect(() => cache.clear()).toThrow(isWattErrorOf("CACHE_CLEAR"));
    expect(() => cache.clear()).toThrow(`layer ${index}`);
    expect([cache.get("a"), near.inner.get("a")?.value]).toEqual(["x", "x"]);
  });

  test("names everything by the prefix", async () => {
    const { near, create } = createWorld();
    const cache = create({ layers: [near], prefix: "users:" });
    await cache.set("a", "x", { tags: ["t"] });
    await cache.get("b");
    await cache.deleteTagged("t");
    await cache.delete("a");
    expect(near.calls.map((call) => call.replace(/ \{.*/, ""))).toEqual([
      "set users:a",
      "get users:b",
      "deleteTagged users:t",
      "delete users:a",
    ]);
    expect(near.calls[0]).toContain('"tags":["users:t"]');
  });
});
