import type { OperationEngine } from "../../api.ts";
import type { RouteCase, RouteInput } from "../cases.ts";
import { spellWildcard, tableOf } from "../tables.ts";

const MOST_ROUTES = 50;

/** The platform's matcher of one pattern, asked one after another: there is no table. */
export const urlPattern: OperationEngine<RouteCase, RouteInput> = {
  prepare: (benchmark) => {
    if (!("URLPattern" in globalThis)) return { cannot: "this Node has no URLPattern" };
    const table = tableOf(benchmark.table);
    if (table.length > MOST_ROUTES) return { cannot: `asks ${table.length} patterns one after another: minutes` };
    // Text first, since the first one that matches answers.
    const patterns = table
      .map(({ method, pattern }, id) => ({
        id,
        method,
        isText: !/[:*]/.test(pattern),
        matcher: new URLPattern({ pathname: spellWildcard(pattern, (name) => `:${name}(.+)`) }),
      }))
      .sort((a, b) => Number(b.isText) - Number(a.isText));
    const run = ({ method, path }: RouteInput): unknown => {
      for (const { id, method: wanted, matcher } of patterns) {
        if (wanted !== method) continue;
        const found = matcher.exec({ pathname: path });
        if (found !== null) return { id, params: found.pathname.groups };
      }
      return null;
    };
    return {
      run,
      answer: (result) => result && { ...(result as object), params: { ...(result as { params: object }).params } },
    };
  },
};
