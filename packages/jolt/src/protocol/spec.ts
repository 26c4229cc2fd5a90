/** One item of an attribute's value: `input delay:300ms` has the name `input` and `{ delay: "300ms" }`. */
export interface Spec {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
}

/**
 * Reads the grammar of attribute values: `name key:value key:value, name …`.
 *
 * @returns the items in order; empty items are skipped, a key without a value has `""`. O(length).
 */
export function parseSpecs(text: string): Spec[] {
  return text.split(",").flatMap((item) => {
    const [name, ...options] = item.split(/\s+/).filter(Boolean);
    return name
      ? { name, options: Object.fromEntries(options.map((option) => option.split(/:(.*)/s, 2).concat("").slice(0, 2))) }
      : [];
  });
}

/**
 * Reads a duration: `300ms`, `2s`, or a bare number of milliseconds.
 *
 * @returns milliseconds; 0 for an absent or unreadable value.
 */
export function parseDuration(text: string | undefined): number {
  return (parseFloat(text ?? "") || 0) * (/\ds$/.test(text ?? "") ? 1000 : 1);
}
