import { Memoirist } from "memoirist";
import type { OperationEngine } from "../../api.ts";
import type { RouteCase, RouteInput } from "../cases.ts";
import { renameWildcard } from "../rename-wildcard.ts";
import { spellWildcard, type Target, tableOf } from "../tables.ts";

export const memoirist: OperationEngine<RouteCase, RouteInput> = {
  prepare: (benchmark) => {
    const router = new Memoirist<Target>();
    tableOf(benchmark.table).forEach(({ method, pattern }, id) => {
      router.add(
        method,
        spellWildcard(pattern, () => "*"),
        { id },
      );
    });
    return {
      run: ({ method, path }) => router.find(method, path),
      answer: (result) => {
        const found = result as ReturnType<typeof router.find>;
        return found ? { id: found.store.id, params: renameWildcard(found.params) } : null;
      },
    };
  },
};
