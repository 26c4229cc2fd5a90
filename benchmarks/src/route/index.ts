import type { OperationSuite } from "../api.ts";
import { cases, inputs, type RouteCase, type RouteInput } from "./cases.ts";
import { goals } from "./goals.ts";
import { withOneRouter } from "./one-router.ts";

const UNREAD = "UNEQUAL WORK: builds no params object, as for a handler that reads none";

/** One route match. */
export const route: OperationSuite<RouteCase, RouteInput> = {
  kind: "operation",
  name: "route",
  processes: "by group",
  title: "One route match",
  caveats: [
    "Equal work: every row builds the params object of every hit, except where its note says otherwise.",
    "Not equal: find-my-way and capacitor also stop at ? and # and decode percent escapes; memoirist, rou3 " +
      "and hono leave that to their callers. No path here holds an escape or a query.",
    "Paths are one-byte strings new to V8 (no cached hash) but for the columns marked constant; 1,024 " +
      "rotate, shuffled; one in ten of `mixed` misses.",
    "One process for each router, table and round; its cases ask one router, one after another.",
    "A match is a small part of a request: see the suite `request`.",
  ],
  reference: "memoirist",
  goals,
  cases,
  engines: [
    {
      name: "capacitor",
      own: true,
      packages: ["@watt/capacitor", "@watt/electron"],
      load: async () => (await import("./engines/capacitor.ts")).capacitor,
    },
    {
      name: "capacitor (params unread)",
      own: true,
      note: UNREAD,
      packages: ["@watt/capacitor", "@watt/electron"],
      load: async () => (await import("./engines/capacitor.ts")).capacitorUnread,
    },
    {
      name: "capacitor matchInto",
      own: true,
      note: "UNEQUAL WORK: the route's id and where its params lie, no object at all",
      packages: ["@watt/capacitor", "@watt/electron"],
      load: async () => (await import("./engines/capacitor.ts")).capacitorInto,
    },
    {
      name: "memoirist",
      packages: ["memoirist"],
      load: async () => (await import("./engines/memoirist.ts")).memoirist,
    },
    {
      name: "find-my-way",
      packages: ["find-my-way"],
      load: async () => (await import("./engines/find-my-way.ts")).findMyWay,
    },
    {
      name: "find-my-way compiled",
      packages: ["find-my-way"],
      note: "after its compile(), which generates code",
      load: async () => (await import("./engines/find-my-way.ts")).findMyWayCompiled,
    },
    { name: "rou3", packages: ["rou3"], load: async () => (await import("./engines/rou3.ts")).rou3 },
    {
      name: "rou3 compiled",
      packages: ["rou3"],
      note: "by compileRouter(), which generates code",
      load: async () => (await import("./engines/rou3.ts")).rou3Compiled,
    },
    {
      name: "hono RegExpRouter",
      packages: ["hono"],
      load: async () => (await import("./engines/hono.ts")).honoRegExp,
    },
    { name: "medley", packages: ["@medley/router"], load: async () => (await import("./engines/medley.ts")).medley },
    {
      name: "koa-tree-router",
      packages: ["koa-tree-router"],
      load: async () => (await import("./engines/koa-tree-router.ts")).koaTreeRouter,
    },
    { name: "URLPattern", packages: [], load: async () => (await import("./engines/url-pattern.ts")).urlPattern },
    { name: "hono TrieRouter", packages: ["hono"], load: async () => (await import("./engines/hono.ts")).honoTrie },
  ].map(withOneRouter),
  inputs,
};
