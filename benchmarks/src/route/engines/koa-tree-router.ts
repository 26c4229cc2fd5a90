import { createRequire } from "node:module";
import type { OperationEngine } from "../../api.ts";
import type { RouteCase, RouteInput } from "../cases.ts";
import { spellWildcard, type Target, tableOf } from "../tables.ts";

interface Param {
  readonly key: string;
  readonly value: string;
}

interface Tree {
  addRoute(path: string, handle: Target): void;
  search(path: string): { readonly handle: Target | null; readonly params: readonly Param[] };
}

const Node = createRequire(import.meta.url)("koa-tree-router/tree.js") as new () => Tree;

/** The trees of its router, one for each method, and the params object that it makes of what they find. */
export const koaTreeRouter: OperationEngine<RouteCase, RouteInput> = {
  prepare: (benchmark) => {
    const trees: Record<string, Tree> = {};
    try {
      tableOf(benchmark.table).forEach(({ method, pattern }, id) => {
        (trees[method] ??= new Node()).addRoute(
          spellWildcard(pattern, (name) => `*${name}`),
          { id },
        );
      });
    } catch (error) {
      return { cannot: (error as Error).message };
    }
    const run = ({ method, path }: RouteInput): unknown => {
      const { handle, params } = trees[method]?.search(path) ?? { handle: null, params: [] };
      if (handle === null) return null;
      const named: Record<string, string> = {};
      for (const { key, value } of params) named[key] = value;
      return { handle, params: named };
    };
    return {
      run,
      answer: (result) => {
        const found = result as { handle: Target; params: Record<string, string> } | null;
        if (found === null) return null;
        // A wildcard's value keeps the slash before it.
        const { path, ...params } = found.params;
        return {
          id: found.handle.id,
          params: path === undefined ? params : { ...params, path: path.replace(/^\//, "") },
        };
      },
    };
  },
};
