import type { EngineEntry, Operation, OperationEngine } from "../api.ts";
import type { RouteCase, RouteInput } from "./cases.ts";
import type { TableName } from "./tables.ts";

type Engine = OperationEngine<RouteCase, RouteInput>;
type Prepared = Operation<RouteInput> | { readonly cannot: string };

/** The engine with one router a table, asked for by all cases of it: as a server has one, whose requests are of every kind. */
export function withOneRouter(entry: EngineEntry<Engine>): EngineEntry<Engine> {
  const load = async (): Promise<Engine> => {
    const engine = await entry.load();
    const known = new Map<TableName, Prepared>();
    const prepare = (benchmark: RouteCase): Prepared => {
      const prepared = known.get(benchmark.table) ?? engine.prepare(benchmark);
      known.set(benchmark.table, prepared);
      return prepared;
    };
    return { prepare };
  };
  return { ...entry, load };
}
