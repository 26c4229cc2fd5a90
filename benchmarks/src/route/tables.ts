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

export type TableName = "small" | "github" | "1000" | "10000";

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

const RESOURCES = ["users", "orders", "items", "teams", "labels", "events", "files", "projects", "issues", "invoices"];

/** Many services of one shape, as an API of a large company has them: shared prefixes, static and dynamic routes mixed. */
function services(count: number): TableRoute[] {
  const routes: TableRoute[] = [];
  for (let i = 0; routes.length < count; i++) {
    const service = `/api/v${1 + (i % 3)}/${RESOURCES[i % RESOURCES.length]}${i}`;
    routes.push(
      { method: "GET", pattern: service },
      { method: "POST", pattern: service },
      { method: "GET", pattern: `${service}/archive` },
      { method: "GET", pattern: `${service}/:id` },
      { method: "PUT", pattern: `${service}/:id` },
      { method: "GET", pattern: `${service}/:id/label` },
      { method: "GET", pattern: `${service}/:id/parts/:part` },
      { method: "GET", pattern: `${service}/:id/parts/:part/notes/:note` },
      ...(i % 5 === 0 ? [{ method: "GET", pattern: `${service}/assets/*path` }] : []),
    );
  }
  return routes.slice(0, count);
}

/** The routes of a table; a route's place in it is its id. */
export function tableOf(name: TableName): readonly TableRoute[] {
  if (name === "small") return SMALL;
  return name === "github" ? readGithub() : services(Number(name));
}

/** The pattern with its wildcard spelled by `spell`. */
export function spellWildcard(pattern: string, spell: (name: string) => string): string {
  return pattern.replace(/\*(\w+)$/, (_, name: string) => spell(name));
}
