import type { Params, Router } from "hono/router";
import { RegExpRouter } from "hono/router/reg-exp-router";
import { TrieRouter } from "hono/router/trie-router";
import type { OperationEngine } from "../../api.ts";
import type { RouteCase, RouteInput } from "../cases.ts";
import { spellWildcard, type Target, tableOf } from "../tables.ts";

interface Found {
  readonly target: Target;
  readonly params: Params;
}

/**
 * hono answers with every handler in order and reads params on demand. The adapter does what `c.req.param()` does for
 * the one handler: an object with all params, so that the work equals the peers'.
 */
function find(router: Router<Target>, method: string, path: string): Found | undefined {
  const [handlers, stash] = router.match(method, path);
  const first = handlers[0];
  if (first === undefined) return undefined;
  const [target, map] = first;
  if (stash === undefined) return { target, params: map as Params };
  const params: Params = {};
  for (const name in map) params[name] = stash[map[name] as number] as string;
  return { target, params };
}

function engine(create: () => Router<Target>): OperationEngine<RouteCase, RouteInput> {
  return {
    prepare: (benchmark) => {
      const router = create();
      try {
        tableOf(benchmark.table).forEach(({ method, pattern }, id) => {
          router.add(
            method,
            spellWildcard(pattern, (name) => `:${name}{.+}`),
            { id },
          );
        });
        router.match("GET", "/");
      } catch (error) {
        // Ambiguous tables are refused, by `add` or at the first match; hono's SmartRouter then takes the TrieRouter.
        return { cannot: `the table is refused (${String(error)})` };
      }
      return {
        run: ({ method, path }) => find(router, method, path),
        answer: (result) => {
          const found = result as Found | undefined;
          return found ? { id: found.target.id, params: { ...found.params } } : null;
        },
      };
    },
  };
}

export const honoRegExp: OperationEngine<RouteCase, RouteInput> = engine(() => new RegExpRouter<Target>());
export const honoTrie: OperationEngine<RouteCase, RouteInput> = engine(() => new TrieRouter<Target>());
