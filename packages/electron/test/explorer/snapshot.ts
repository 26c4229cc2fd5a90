import { ExplorerError } from "./machine.ts";
import { isSharedView } from "./views.ts";

/** What a thread's handle holds between two operations. */
export interface Snapshot {
  /** Equal for equal contents. */
  readonly key: string;
  restore(): void;
}

type Fields = Record<PropertyKey, unknown>;

/**
 * Saves everything that is reached from `root` by fields, except shared memory and functions (a closure's variables are not
 * seen: shipped classes keep their state in fields).
 */
export function snapshot(root: unknown): Snapshot {
  const numbers = new Map<object, number>();
  const restores: (() => void)[] = [];
  const parts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === "function") parts.push("f");
    else if (typeof value !== "object" || value === null) parts.push(`${typeof value}:${String(value)}`);
    else if (value instanceof SharedArrayBuffer) parts.push("buffer");
    else if (isSharedView(value)) parts.push(viewKey(value as Int32Array));
    else if (numbers.has(value)) parts.push(`#${numbers.get(value)}`);
    else {
      numbers.set(value, numbers.size);
      restores.push(save(value, parts, visit));
    }
  };
  visit(root);
  const key = parts.join(" ");
  return { key, restore: () => restores.forEach((restore) => restore()) };
}

function viewKey(view: Int32Array): string {
  return `view:${view.byteOffset}:${view.byteLength}`;
}

function save(value: object, parts: string[], visit: (value: unknown) => void): () => void {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return saveBytes(value, parts);
  if (value instanceof Map || value instanceof Set) return saveCollection(value, parts, visit);
  if (value instanceof WeakMap || value instanceof WeakSet) throw new ExplorerError("a weak collection in a handle");
  const fields = value as Fields;
  const saved = Reflect.ownKeys(value).map((key) => [key, fields[key]] as const);
  parts.push("{");
  for (const [key, content] of saved) {
    parts.push(String(key));
    visit(content);
  }
  parts.push("}");
  return () => {
    for (const key of Reflect.ownKeys(value)) {
      if (!saved.some(([name]) => name === key)) Reflect.deleteProperty(value, key);
    }
    for (const [key, content] of saved) if (fields[key] !== content) fields[key] = content;
  };
}

function saveBytes(value: ArrayBufferView | ArrayBuffer, parts: string[]): () => void {
  const bytes =
    value instanceof ArrayBuffer
      ? new Uint8Array(value)
      : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  const copy = bytes.slice();
  parts.push(`bytes:${copy.join()}`);
  return () => bytes.set(copy);
}

function saveCollection(
  value: Map<unknown, unknown> | Set<unknown>,
  parts: string[],
  visit: (value: unknown) => void,
): () => void {
  const saved = [...value];
  parts.push("[");
  for (const content of saved.flat()) visit(content);
  parts.push("]");
  return () => {
    value.clear();
    for (const content of saved) {
      if (value instanceof Map) value.set(...(content as [unknown, unknown]));
      else value.add(content);
    }
  };
}
