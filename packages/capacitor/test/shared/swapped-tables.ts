import type { RouteDefinition } from "../../src/index.ts";

/** How many kinds of tables there are: of different sizes, shapes and answers to the same paths. */
export const VERSIONS = 7;

/** Table `number`: what it answers is known from its number, and differs from what those before and after it answer. */
export function tableOf(number: number): RouteDefinition[] {
  const kind = number % VERSIONS;
  const routes: RouteDefinition[] = [{ method: "GET", pattern: "/table", value: 1, doc: { table: number } }];
  for (let i = 0; i <= 20 * kind; i++) {
    routes.push({ method: "GET", pattern: `/k${kind}/r${i}/:id`, value: 1 });
    routes.push({ method: "GET", pattern: `/s${(kind + i) % VERSIONS}/r${i}`, value: 1 });
  }
  routes.push({ method: "GET", pattern: kind % 2 === 0 ? "/x/:a/:b(int)" : "/x/*rest", value: 1 });
  return routes;
}

/** Paths that tables of a kind answer, and their neighbours do not, or otherwise. */
export function pathsOf(kind: number): string[] {
  const kinds = [kind, (kind + 1) % VERSIONS, (kind + VERSIONS - 1) % VERSIONS];
  return kinds.flatMap((one) => [`/k${one}/r0/a`, `/k${one}/r${20 * one}/b`, `/s${one}/r0`]).concat("/x/y/7", "/x/y");
}

/** What a table has to answer. */
export function answerOf(number: number, path: string): string | undefined {
  const kind = number % VERSIONS;
  const [, first = "", second = "", third = ""] = path.split("/");
  const index = Number(second.slice(1));
  if (first === "x") {
    if (kind % 2 === 1) return `GET /x/*rest {"rest":${JSON.stringify(path.slice(3))}}`;
    return third === "" ? undefined : `GET /x/:a/:b(int) {"a":"${second}","b":${third}}`;
  }
  if (index > 20 * kind) return undefined;
  if (first === `k${kind}`) return `GET /k${kind}/${second}/:id {"id":"${third}"}`;
  return first === `s${(kind + index) % VERSIONS}` && third === "" ? `GET ${path} {}` : undefined;
}
