import { createRouter, type ExecutorName } from "@watt/capacitor";
import type { Case, OperationEngine, OperationSuite } from "../api.ts";
import { FreshText } from "../frame/fresh-text.ts";
import { integer, pick, word } from "../frame/random.ts";
import { tableOf } from "../route/tables.ts";

interface ExecutorCase extends Case {
  readonly routes: number;
}

interface Input {
  readonly method: string;
  path: string;
}

const COUNT = 1_024;
const SIZES = [4, 8, 16, 32, 64, 128, 256, 512, 1_024];
const PACKAGES = ["@watt/capacitor", "@watt/electron"];

// Only dynamic routes, since others are none of an executor's business.
function routesOf(count: number) {
  return tableOf("10000")
    .filter(({ pattern }) => /[:*]/.test(pattern))
    .slice(0, count);
}

const kept: { params: unknown } = { params: undefined };
Object.assign(globalThis, { wattBenchmarkParams: kept });

function engine(executor: ExecutorName): OperationEngine<ExecutorCase, Input> {
  return {
    prepare: ({ routes }) => {
      const router = createRouter<number>({ executor });
      for (const [id, { method, pattern }] of routesOf(routes).entries()) router.add(method, pattern, id);
      const is = router.stats().executor;
      if (is !== executor) return { cannot: `runs by ${is}` };
      return {
        run: ({ method, path }) => {
          const match = router.match(method, path);
          kept.params = match?.params;
          return match;
        },
        answer: (match) => (match as { value: number }).value,
      };
    },
  };
}

/** Which executor a router is to choose. */
export const executors: OperationSuite<ExecutorCase, Input> = {
  kind: "operation",
  name: "executors",
  processes: "by case",
  title: "One match of a dynamic route, by what finds it and by the size of the table",
  caveats: [
    "Every hit has its params object built. Paths are new to V8. All requests hit.",
    "Which one a router takes by itself follows from this table: see docs/adr/0016.",
  ],
  reference: "walker",
  cases: SIZES.map((routes) => ({ name: String(routes), group: "routes", routes })),
  engines: (["walker", "wasm", "code"] as const).map((name) => ({
    name,
    own: true,
    packages: PACKAGES,
    load: async () => engine(name),
  })),
  inputs: ({ routes }, random) => {
    const table = routesOf(routes);
    const value = (): string => word(random, integer(random, 3, 12)) + integer(random, 0, 10);
    const ids = Array.from({ length: COUNT }, () => integer(random, 0, table.length));
    const list: Input[] = ids.map((id) => {
      const { method, pattern } = pick(random, [table[id] as (typeof table)[number]]);
      return { method, path: pattern.replace(/[:*]\w+/g, value) };
    });
    const fresh = new FreshText(list.map(({ path }) => path));
    return {
      list,
      batch: COUNT,
      refresh: (from, to) => {
        for (let i = from; i < to; i++) (list[i] as Input).path = fresh.text(i);
      },
      expected: (index) => ids[index],
    };
  },
};
