import { createRequire } from "node:module";
import type { OperationEngine } from "../../api.ts";
import type { RouteCase, RouteInput } from "../cases.ts";
import { spellWildcard, type Target, tableOf } from "../tables.ts";

interface Found {
  readonly store: Readonly<Record<string, Entry | undefined>>;
  readonly params: Readonly<Record<string, string>>;
}

interface Medley {
  register(path: string): Record<string, Entry>;
  find(path: string): Found | null;
}

interface Entry extends Target {
  readonly names: readonly string[];
}

// It has no types, and is CommonJS.
const Router = createRequire(import.meta.url)("@medley/router") as new () => Medley;

/**
 * Params are named by their place, since it wants one name for one place of all routes; the answer names them as the table
 * does, which is never timed.
 */
export const medley: OperationEngine<RouteCase, RouteInput> = {
  prepare: (benchmark) => {
    const router = new Router();
    tableOf(benchmark.table).forEach(({ method, pattern }, id) => {
      const names: string[] = [];
      const path = spellWildcard(pattern, () => "*").replace(
        /:(\w+)/g,
        (_, name: string) => `:p${names.push(name) - 1}`,
      );
      router.register(path)[method] = { id, names };
    });
    return {
      run: ({ path }) => router.find(path),
      answer: (result, { method }) => {
        const found = result as Found | null;
        const entry = found?.store[method];
        if (found === null || entry === undefined) return null;
        const params = Object.entries(found.params).map(([name, value]) => {
          return [name === "*" ? "path" : entry.names[Number(name.slice(1))], value];
        });
        return { id: entry.id, params: Object.fromEntries(params) as unknown };
      },
    };
  },
};
