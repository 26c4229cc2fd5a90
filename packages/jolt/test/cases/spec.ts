import type { Case, Site } from "../harness.ts";

/** One row of the specification. */
export interface Row {
  readonly group: string;
  readonly name: string;
  readonly site: Site;
  readonly act: (the: Case) => Promise<void>;
}

/** Rows of one group: a name, a page with its server, and what happens. */
export function group(name: string, rows: readonly (readonly [string, Site, Row["act"]])[]): Row[] {
  return rows.map(([row, site, act]) => ({ group: name, name: row, site, act }));
}
