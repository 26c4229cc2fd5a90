/** A query for `href`: `undefined` and `null` are left out, an array repeats its name. */
export type HrefQuery = Readonly<Record<string, HrefQueryValue | readonly HrefQueryValue[]>>;

/** One value of a query. */
export type HrefQueryValue = string | number | bigint | boolean | null | undefined;

/** The text of a query, without a `?`, encoded as a form is; empty when there is nothing to write. O(length). */
export function writeQuery(query: HrefQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as readonly HrefQueryValue[]) : [value as HrefQueryValue]) {
      if (one !== undefined && one !== null) search.append(name, String(one));
    }
  }
  return search.toString();
}
