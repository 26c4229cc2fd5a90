import { describe, expect, test } from "vitest";
import { type CacheEntry, createCache, type Store } from "../../src/cache/index.ts";
import { Remote } from "./remote.ts";
import { Clock } from "./support.ts";

describe("tags in a layer that knows none", () => {
  const bare = (clock: Clock): Store<CacheEntry<string>> => {
    const { get, set, delete: remove, increment } = new Remote<string>(clock);
    return { get, set, delete: remove, increment };
  };

  test("are deleted for all processes that use it", async () => {
    const clock = new Clock();
    const shared = bare(clock);
    const [one, other] = [1, 2].map(() => createCache<string>({ layers: [shared], memoryTtl: 10, now: clock.now }));
    await one?.set("a", "x", { tags: ["t", "u"] });
    await one?.set("b", "y", { tags: ["u"] });
    expect(await other?.get("a")).toBe("x");
    await other?.deleteTagged("t");
    clock.time += 10;
    expect([await one?.get("a"), await one?.get("b")]).toEqual([undefined, "y"]);
    await one?.set("a", "z", { tags: ["t"] });
    expect(await other?.get("a")).toBe("z");
  });

  test("come back to memory with the entry", async () => {
    const clock = new Clock();
    const shared = bare(clock);
    const [one, other] = [1, 2].map(() => createCache<string>({ layers: [shared], now: clock.now }));
    await one?.set("a", "x", { tags: ["t"] });
    await other?.get("a");
    expect(await other?.deleteTagged("t")).toBe(1);
    expect(await other?.get("a")).toBeUndefined();
  });
});
