import type { Goal } from "../api.ts";

const PEERS = [
  "memoirist",
  "find-my-way",
  "find-my-way compiled",
  "rou3",
  "rou3 compiled",
  "medley",
  "koa-tree-router",
  "hono RegExpRouter",
  "hono TrieRouter",
];
const DYNAMIC = ["github/one", "github/two", "github/three", "1000/one", "1000/two", "1000/three"];

function goal(engine: string, name: string, against: string | readonly string[], most: number): Goal {
  return { engine, case: name, metric: "ns", against: { engine: against }, most };
}

/** What the router is to reach, beside a peer in the same rounds. */
export const goals: readonly Goal[] = [
  goal("capacitor", "github/static", PEERS, 0.4),
  goal("capacitor", "10000/static", PEERS, 0.35),
  { engine: "capacitor", case: "10000/static", metric: "ns", most: 100 },
  ...DYNAMIC.map((name) => goal("capacitor", name, "memoirist", 0.6)),
  ...DYNAMIC.map((name): Goal => ({ engine: "capacitor", case: name, metric: "ns", most: 200 })),
  goal("capacitor", "small/mixed", "memoirist", 0.5),
  goal("capacitor", "github/mixed", "memoirist", 0.6),
  goal("capacitor", "1000/mixed", "memoirist", 0.5),
  goal("capacitor", "10000/mixed", "memoirist", 0.5),
  ...["small/mixed", "github/mixed", "1000/mixed", "10000/mixed"].map((name) => {
    return goal("capacitor", name, "find-my-way", 0.4);
  }),
  ...["github/mixed", "1000/mixed", "github/three", "1000/three"].map((name) => {
    return goal("capacitor (params unread)", name, "memoirist", 0.5);
  }),
  ...["github/one", "1000/one"].map((name) => goal("capacitor (params unread)", name, "memoirist", 0.6)),
  ...["small/miss", "github/miss", "1000/miss", "small/wildcard", "1000/wildcard"].map((name) => {
    return goal("capacitor", name, PEERS, 1.05);
  }),
  { engine: "capacitor matchInto", case: "github/mixed", metric: "bytes", most: 0 },
];
