import type { EngineEntry, Goal, TaskEngine, TaskSuite } from "../api.ts";
import { cases, type RouterCase } from "./cases.ts";
import { type RouterEngine, useRouter } from "./use-router.ts";

type Engines = typeof import("./engines.ts");

function entry(name: string, packages: readonly string[], pick: (engines: Engines) => RouterEngine, own = false) {
  const load = async (): Promise<TaskEngine<RouterCase>> => useRouter(pick(await import("./engines.ts")));
  return { name, packages, load, ...(own && { own }) } satisfies EngineEntry<TaskEngine<RouterCase>>;
}

const OWN = ["@watt/capacitor", "@watt/electron"];

function goal(name: string, metric: string, against: string, most: number): Goal {
  return { engine: "capacitor", case: name, metric, against: { engine: against }, most };
}

/** Routers built, held and used for the first time. */
export const routers: TaskSuite<RouterCase> = {
  kind: "task",
  name: "routers",
  title: "A router in a new process: its build, its first lookups, its memory",
  caveats: [
    "Every run is a process of its own. The build ends with the first lookup; what is stored with the routes is made before.",
    "Bytes are V8's heap and what it holds outside, after collections, without stores, patterns and paths, and without the router's own code; code that is made for the table is in them.",
    "capacitor also looks where each route was registered; the others do not.",
  ],
  reference: "memoirist",
  metrics: [
    { name: "buildMs", title: "ms to build", explained: "registration of all routes, and the first lookup" },
    { name: "coldNs", title: "ns a cold lookup", explained: "mean of the first 4,096" },
    { name: "builtBytes", title: "bytes a route, built", explained: "held after the build" },
    { name: "usedBytes", title: "bytes a route, used", explained: "held after four lookups and more for each route" },
  ],
  goals: [
    goal("1000", "usedBytes", "find-my-way", 0.12),
    goal("1000", "usedBytes", "memoirist", 0.35),
    goal("1000", "usedBytes", "medley", 0.7),
    goal("github", "coldNs", "memoirist", 0.6),
    goal("1000", "coldNs", "memoirist", 0.6),
    goal("1000", "buildMs", "find-my-way", 1),
    goal("10000", "buildMs", "memoirist", 2),
  ],
  cases,
  engines: [
    entry("capacitor", OWN, ({ capacitor }) => capacitor(), true),
    entry("capacitor (walker)", OWN, ({ capacitor }) => capacitor("walker"), true),
    entry("capacitor (wasm)", OWN, ({ capacitor }) => capacitor("wasm"), true),
    entry("memoirist", ["memoirist"], ({ memoirist }) => memoirist),
    entry("find-my-way", ["find-my-way"], ({ findMyWay }) => findMyWay),
    entry("rou3", ["rou3"], ({ rou3 }) => rou3),
    entry("medley", ["@medley/router"], ({ medley }) => medley),
  ],
};
