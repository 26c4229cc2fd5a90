import type { Random } from "../../api.ts";
import { integer } from "../../frame/random.ts";
import { type Renew, renewFields } from "./renew.ts";
import { createMakeText } from "./text.ts";
import type { Table, TableRow } from "./types.ts";

const COUNT = 64;
const POOL = 1024;
const ROWS = 1000;

/** 64 tables of 1,000 rows each, out of 1,024. */
export function createTables(random: Random, dirty: number): { list: readonly Table[]; refresh: Renew } {
  const text = createMakeText(random, dirty);
  const rows: TableRow[] = Array.from({ length: POOL }, (_, index) => ({
    id: 1000 + index,
    amount: integer(random, 0, 100_000),
    name: text(1),
    owner: text(1),
    team: text(1),
    city: text(1),
    state: text(1),
    kind: text(1),
    label: text(1),
    place: text(1),
  }));
  const list: Table[] = Array.from({ length: COUNT }, (_, table) => ({
    rows: Array.from({ length: ROWS }, (_unused, index) => {
      return rows[(table * (POOL / COUNT) + index) % POOL] as TableRow;
    }),
  }));
  const renew = renewFields(rows, ["name", "owner", "team", "city", "state", "kind", "label", "place"]);
  return { list, refresh: () => renew(0, POOL) };
}
