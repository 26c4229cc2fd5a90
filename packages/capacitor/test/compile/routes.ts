import type { RouteDefinition } from "../../src/index.ts";

export type Handler = (id: string) => number;
const handler: Handler = (id) => id.length;

/** Routes as an application has them, of which one is not there yet. */
export const routes = [
  { method: "GET", pattern: "/a/:id", value: handler },
  { method: "GET", pattern: "/soon" },
] satisfies RouteDefinition[];
