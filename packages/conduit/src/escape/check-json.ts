import { conduitError, kindOf } from "../errors.ts";
import { isRecord } from "../html/is-record.ts";

/** Levels that data may have. Why a limit: `JSON.stringify` and `JSON.parse` recurse, and a stack ends somewhere. */
const DEPTH_MAX = 1000;

/**
 * Looks whether JSON holds a value as it is. O(size).
 *
 * @throws WATT_CONDUIT_JSON
 */
export function checkJson(value: unknown): void {
  const parents = new Set<object>();
  const path: (string | number)[] = [];
  const wrong = (kind: string): Error => conduitError("WATT_CONDUIT_JSON", { kind, path: textOf(path) });
  const check = (value: unknown): void => {
    if (value === null || typeof value === "string" || typeof value === "boolean") return;
    if (typeof value === "number") {
      if (!Number.isFinite(value)) throw wrong(String(value));
      return;
    }
    if (!Array.isArray(value) && !isRecord(value)) throw wrong(value === undefined ? "undefined" : kindOf(value));
    if (parents.has(value)) throw wrong("an object that contains itself");
    if (parents.size === DEPTH_MAX) throw wrong(`more than ${DEPTH_MAX} levels`);
    parents.add(value);
    // Why not `entries` of arrays: a hole is a place, too.
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    for (const key of keys) {
      path.push(key);
      check((value as Readonly<Record<string | number, unknown>>)[key]);
      path.pop();
    }
    parents.delete(value);
  };
  check(value);
}

/** `value.items[3]["a b"]`; the middle of a long one is left out. */
function textOf(path: readonly (string | number)[]): string {
  const steps = path.map((key) =>
    typeof key === "number" ? `[${key}]` : /^[a-z_$][\w$]*$/i.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`,
  );
  const shown = steps.length <= 10 ? steps : [...steps.slice(0, 5), "…", ...steps.slice(-5)];
  return `value${shown.join("")}`;
}
