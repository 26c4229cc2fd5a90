import type { Case } from "../api.ts";
import { type TableName, type TableRoute, tableOf } from "../route/tables.ts";

export interface RouterCase extends Case {
  readonly table: TableName;
}

export const cases: readonly RouterCase[] = (["github", "1000", "10000"] as const).map((table) => ({
  name: table,
  group: "tables",
  table,
}));

/** Lookups of a cold process: those of its first moments. */
export const COLD_LOOKUPS = 4_096;

/** The routes of a case, paths that match them, shuffled, and what is stored with each, made beforehand. */
export interface Prepared {
  readonly routes: readonly TableRoute[];
  readonly stores: readonly { readonly id: number }[];
  readonly requests: readonly { readonly method: string; readonly path: string; readonly id: number }[];
}

export function prepare({ table }: RouterCase, random: () => number): Prepared {
  const routes = tableOf(table);
  const stores = routes.map((_, id) => ({ id }));
  const requests = Array.from({ length: COLD_LOOKUPS }, () => {
    const id = Math.floor(random() * routes.length);
    const { method, pattern } = routes[id] as TableRoute;
    const value = (): string => `v${Math.floor(random() * 1e9)}`;
    const path = pattern.replace(/:\w+/g, value).replace(/\*\w+$/, () => `${value()}/${value()}`);
    return { method, path, id };
  });
  return { routes, stores, requests };
}
