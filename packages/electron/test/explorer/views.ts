import { ExplorerError, machine } from "./machine.ts";
import { memory } from "./memory.ts";

type View = Int32Array;

const views = new WeakMap<object, View>();

export function isSharedView(value: unknown): boolean {
  return typeof value === "object" && value !== null && views.has(value);
}

/** The array behind a watched one, and the address of an element. */
export function viewOf(array: object, index: number): { view: View; address: number } {
  const view = views.get(array);
  if (view === undefined) throw new ExplorerError("Atomics on an array that is not of the explored memory");
  return { view, address: addressOf(view) + index * view.BYTES_PER_ELEMENT };
}

function addressOf(view: View | DataView): number {
  const start = memory.startOf(view.buffer as unknown as SharedArrayBuffer);
  if (start === undefined) throw new ExplorerError("a view of memory that was not set up for this exploration");
  return start + view.byteOffset;
}

function read(view: View, from: number, to: number): View {
  const width = view.BYTES_PER_ELEMENT;
  const copy = () => view.slice(from, to);
  return machine.plain("read", addressOf(view) + from * width, Math.max(0, to - from) * width, "", copy);
}

function write(view: View, from: number, values: readonly number[] | View): void {
  const width = view.BYTES_PER_ELEMENT;
  const list = Array.from(values);
  machine.plain("write", addressOf(view) + from * width, list.length * width, list.join(), () => view.set(list, from));
}

const bound = (at: number | undefined, length: number, missing: number): number => {
  const value = Math.trunc(at ?? missing);
  return value < 0 ? Math.max(0, length + value) : Math.min(value, length);
};

// The methods that write, and `subarray`. Every other one works on a copy, which counts as reading everything.
const methods = (view: View): Record<string, unknown> => ({
  set: (source: ArrayLike<number>, from = 0) => write(view, from, Array.from(source)),
  subarray: (from?: number, to?: number) => sharedView(view.subarray(from, to)),
  slice: (from?: number, to?: number) =>
    read(view, bound(from, view.length, 0), bound(to, view.length, view.length)).slice(),
  fill: (value: number, from?: number, to?: number) => {
    const start = bound(from, view.length, 0);
    const count = Math.max(0, bound(to, view.length, view.length) - start);
    write(view, start, Array.from<number>({ length: count }).fill(value));
  },
  copyWithin: (target: number, from: number, to?: number) => {
    const copy = read(view, bound(from, view.length, 0), bound(to, view.length, view.length));
    const at = bound(target, view.length, 0);
    write(view, at, copy.subarray(0, view.length - at));
  },
  reverse: undefined,
  sort: undefined,
});

function viewHandler(view: View): ProxyHandler<View> {
  const own = methods(view);
  return {
    get(_, key) {
      if (typeof key === "string" && /^\d+$/.test(key)) {
        const index = Number(key);
        return index < view.length ? read(view, index, index + 1)[0] : undefined;
      }
      if (typeof key === "string" && key in own) return own[key];
      const value: unknown = Reflect.get(view, key, view);
      if (typeof value !== "function" || key === "constructor") return value;
      return (...values: unknown[]) => Reflect.apply(value, read(view, 0, view.length), values) as unknown;
    },
    set(_, key, value: number) {
      const index = Number(key as string);
      if (!Number.isInteger(index)) throw new ExplorerError(`a view has no property ${String(key)} to set`);
      if (index < view.length) write(view, index, [value]);
      return true;
    },
  };
}

function dataHandler(view: DataView): ProxyHandler<DataView> {
  return {
    get(_, key) {
      const value: unknown = Reflect.get(view, key, view);
      if (typeof value !== "function" || key === "constructor") return value;
      const kind = String(key).startsWith("set") ? "write" : "read";
      const bytes = Number(/\d+/.exec(String(key))?.[0] ?? 8) / 8;
      return (at: number, ...values: unknown[]) =>
        machine.plain(kind, addressOf(view) + at, bytes, values.join(), () =>
          Reflect.apply(value, view, [at, ...values]),
        ) as unknown;
    },
  };
}

/** A view of shared memory whose every access the machine sees. */
export function sharedView(view: View | DataView): object {
  const proxy =
    view instanceof DataView ? new Proxy(view, dataHandler(view)) : new Proxy(view, viewHandler(view as View));
  views.set(proxy, view as View);
  return proxy;
}
