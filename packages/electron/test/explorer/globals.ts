import { machine, ExplorerError } from "./machine.ts";
import { memory } from "./memory.ts";
import { isSharedView, sharedView, viewOf } from "./views.ts";

type Arrays = Int32Array | BigInt64Array;

const real = Atomics as unknown as Record<string, (...values: unknown[]) => unknown>;
const READ_MODIFY_WRITE = ["add", "and", "compareExchange", "exchange", "or", "store", "sub", "xor"];

// `Atomics` as one site sees it. Loaded code writes `Atomics[site].load(…)`.
function atomicsAt(site: number): Record<string, unknown> {
  const perform =
    (kind: string) =>
    (array: Arrays, index: number, ...values: unknown[]) => {
      const { view, address } = viewOf(array, index);
      const run = () => real[kind]?.(view, index, ...values);
      return machine.atomic(kind, site, address, view.BYTES_PER_ELEMENT, values.join(), run, (result) => {
        return kind === "compareExchange" && asElement(view, values[0]) !== result;
      });
    };
  const names = ["load", ...READ_MODIFY_WRITE];
  return {
    ...Object.fromEntries(names.map((name) => [name, perform(name)])),
    pause: () => undefined,
    notify: (array: Int32Array, index: number, count = Infinity) => {
      const { address } = viewOf(array, index);
      return machine.notify(site, address, count);
    },
    wait: (array: Int32Array, index: number, value: number, timeout = Infinity) => {
      const { view, address } = viewOf(array, index);
      return machine.wait(site, address, () => Atomics.load(view as Int32Array, index) === value, timeout);
    },
  };
}

// What an element of the array is after this value was stored to it.
function asElement(view: Arrays, value: unknown): unknown {
  return Reflect.apply(view.constructor["of" as never] as () => Arrays, view.constructor, [value])[0];
}

const bySite: Record<string, unknown>[] = [];
const instrumentedAtomics = new Proxy(Object.freeze({}), {
  get(_, key) {
    const site = Number(key);
    if (Number.isNaN(site)) return undefined;
    return (bySite[site] ??= atomicsAt(site));
  },
});

// A typed array over shared memory is watched; one of the thread's own is what it always was.
function watched<T extends new (...values: never[]) => object>(constructor: T): T {
  return new Proxy(constructor, {
    construct(target, values: unknown[], newTarget) {
      const [first] = values;
      if (isSharedView(first)) return Reflect.construct(target, [(first as Uint8Array).slice()], newTarget) as object;
      const made = Reflect.construct(target, values, newTarget) as object;
      return first instanceof SharedArrayBuffer ? sharedView(made as Int32Array) : made;
    },
  });
}

const countedBuffers = new Proxy(SharedArrayBuffer, {
  construct(target, [bytes]: [number]) {
    if (machine.running) throw new ExplorerError("shared memory is made while a structure is set up, not later");
    const buffer = new target(bytes);
    memory.add(buffer);
    return buffer;
  },
});

/** What loaded code has in the place of the globals of these names. */
export const sharedGlobals: Readonly<Record<string, unknown>> = {
  Atomics: instrumentedAtomics,
  SharedArrayBuffer: countedBuffers,
  Int8Array: watched(Int8Array),
  Uint8Array: watched(Uint8Array),
  Int16Array: watched(Int16Array),
  Uint16Array: watched(Uint16Array),
  Int32Array: watched(Int32Array),
  Uint32Array: watched(Uint32Array),
  Float32Array: watched(Float32Array),
  Float64Array: watched(Float64Array),
  BigInt64Array: watched(BigInt64Array),
  BigUint64Array: watched(BigUint64Array),
  DataView: watched(DataView),
  performance: { now: () => machine.now() },
  Date: { now: () => machine.now() },
  $loop: (id: string, _: boolean, variables?: () => unknown[]) => machine.loop(id, variables),
  $assigned: (id: string, value: unknown, index: number) => machine.assigned(id, value, index),
  $mutated: (target: object) => {
    if (!isSharedView(target)) machine.mutated();
    return target;
  },
};
