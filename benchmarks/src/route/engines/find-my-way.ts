import createFindMyWay from "find-my-way";
import type { OperationEngine } from "../../api.ts";
import type { RouteCase, RouteInput } from "../cases.ts";
import { renameWildcard } from "../rename-wildcard.ts";
import { spellWildcard, type Target, tableOf } from "../tables.ts";

const handler = (): void => {};

type Method = Parameters<ReturnType<typeof createFindMyWay>["find"]>[0];

function engine(compiled: boolean): OperationEngine<RouteCase, RouteInput> {
  return {
    prepare: (benchmark) => {
      const router = createFindMyWay();
      tableOf(benchmark.table).forEach(({ method, pattern }, id) => {
        router.on(
          method as Method,
          spellWildcard(pattern, () => "*"),
          handler,
          { id } satisfies Target,
        );
      });
      if (compiled) router.compile();
      return {
        run: ({ method, path }) => router.find(method as Method, path),
        answer: (result) => {
          const found = result as ReturnType<typeof router.find>;
          return found ? { id: (found.store as Target).id, params: renameWildcard(found.params) } : null;
        },
      };
    },
  };
}

export const findMyWay: OperationEngine<RouteCase, RouteInput> = engine(false);
/** With `compile()`: trees turned into generated code once all routes are known. */
export const findMyWayCompiled: OperationEngine<RouteCase, RouteInput> = engine(true);
