import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { createCache } from "../src/cache/index.ts";
import { loadRouter } from "../src/compiled/index.ts";
import { analyze, compile, query, type Router } from "../src/index.ts";
import { RoutesPublisher, RoutesReader } from "../src/shared/index.ts";
import { createRouter, EXECUTORS } from "./support.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const GROWTH_MAX = 1024 * 1024;
const PATTERNS = ["/", "/users", "/users/:id", "/users/:id(int)/posts/:post?", "/files/*path", "/:a-:b", "/*any/end"];

function fill(router: Router<number>, n: number = 0): Router<number> {
  for (const [i, pattern] of PATTERNS.entries()) router.add("GET", pattern, n + i, { source: `routes.ts:${i}` });
  return router;
}

const lookups = EXECUTORS.map((executor) => {
  const router = fill(createRouter<number>({ executor }));
  const out = new Int32Array(8);
  const ask = (n: number): void => {
    const path = [`/users/u${n}`, `/users/${n}/posts/%C3%A9?x`, `/files/${n}/b`, `/x-${n}`, `/${n}/%zz`][
      n % 5
    ] as string;
    void router.match("GET", path)?.params;
    router.matchInto("GET", path, out);
    router.matchAll("GET", path);
    router.explain("PUT", path);
  };
  return [`lookups, ${executor}`, 10_000, ask] as const;
});

const { image } = compile(fill(createRouter<number>()));
const publisher = new RoutesPublisher({ bytes: image.length, readers: 1 });
const reader = new RoutesReader(publisher.memory, ({ pattern }) => pattern);
const changing = fill(createRouter<number>());
const cache = createCache<string>({ maxEntries: 100, ttl: 60_000 });
const fields = query("q, page: int = 1");

test.each([
  ...lookups,
  ...EXECUTORS.map((executor) => {
    const build = (n: number): unknown =>
      fill(createRouter<number>({ executor }), n).match("GET", `/users/${n}`)?.params;
    // A table in WebAssembly takes a memory of its own, which V8 gives back when it comes to it.
    return [`routers that are made and dropped, ${executor}`, 1_000, build] as const;
  }),
  [
    "routes that come and go",
    1_000,
    (n: number) => {
      const route = changing.add("GET", `/come/${n}/:id`, n, { source: "routes.ts:1" });
      changing.match("GET", `/come/${n}/1`);
      changing.remove(route);
    },
  ],
  ["compiled routers", 1_000, () => loadRouter(image, ({ index }) => index).match("GET", "/users/7")?.params],
  ["routes that are published", 1_000, () => (publisher.publish(image), reader.current().match("GET", "/users/7"))],
  ["analysis", 200, () => analyze(fill(createRouter<number>()).routes())],
  ["queries", 10_000, (n: number) => fields.parse(`q=${n}&page=${n}&other=%zz`)],
  ["loads of a cache", 10_000, (n: number) => cache.getOrLoad(`key ${n}`, async () => `value ${n}`)],
] as const)("leaves nothing behind: %s, %i times", { timeout: 120_000 }, async (_, cycles, run) => {
  const round = async (from: number): Promise<number> => {
    for (let n = from; n < from + cycles; n++) await run(n);
    // Twice, with a pause: V8 gives the memory of dead buffers back beside the program, some time after a collection.
    collect();
    await setTimeout(50);
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = await round(0);
  expect((await round(cycles)) - before).toBeLessThan(GROWTH_MAX);
});
