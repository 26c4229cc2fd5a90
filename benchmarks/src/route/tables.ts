import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BENCHMARKS } from "../frame/paths.ts";

/** A route in the suite's own spelling: `:name` is one segment, a trailing `*name` the rest of the path. */
export interface TableRoute {
  readonly method: string;
  readonly pattern: string;
}

/** What is registered with a route, and what a match must give back. */
export interface Target {
  readonly id: number;
}

export type TableName = "small" | "github";

const SMALL: readonly TableRoute[] = [
  { method: "GET", pattern: "/user" },
  { method: "GET", pattern: "/user/comments" },
  { method: "GET", pattern: "/user/avatar" },
  { method: "GET", pattern: "/user/lookup/username/:username" },
  { method: "GET", pattern: "/user/lookup/email/:address" },
  { method: "GET", pattern: "/event/:id" },
  { method: "GET", pattern: "/event/:id/comments" },
  { method: "POST", pattern: "/event/:id/comment" },
  { method: "POST", pattern: "/map/:location/events" },
  { method: "GET", pattern: "/orgs/:org/repos/:repo/issues/:number" },
  { method: "GET", pattern: "/status" },
  { method: "GET", pattern: "/very/deeply/nested/route/hello/there" },
  { method: "GET", pattern: "/static/*path" },
];

interface GithubFile {
  readonly routes: readonly (readonly [method: string, pattern: string])[];
}

function readGithub(): TableRoute[] {
  const text = readFileSync(join(BENCHMARKS, "data/github-routes.json"), "utf8");
  return (JSON.parse(text) as GithubFile).routes.map(([method, pattern]) => ({ method, pattern }));
}

/** The routes of a table; a route's place in it is its id. */
export function tableOf(name: TableName): readonly TableRoute[] {
  return name === "small" ? SMALL : readGithub();
}

/** The pattern with its wildcard spelled by `spell`. */
export function spellWildcard(pattern: string, spell: (name: string) => string): string {
  return pattern.replace(/\*(\w+)$/, (_, name: string) => spell(name));
}
