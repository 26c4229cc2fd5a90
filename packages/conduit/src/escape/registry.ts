/**
 * The contents of trusted values: kept beside each object, not in it, so nothing that looks like one (JSON, a structured clone, a
 * proxy) is one. One registry a process: the ESM and the CJS copy of this package, and two versions, accept each other's values.
 */
export function registry<Content>(name: string): WeakMap<object, Content> {
  const key = Symbol.for(`watt.${name}`);
  const shared = globalThis as unknown as Record<symbol, WeakMap<object, Content> | undefined>;
  return (shared[key] ??= new WeakMap());
}
