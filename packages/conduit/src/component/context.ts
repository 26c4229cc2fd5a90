import { conduitError } from "../errors.ts";

/** A value that a part of a page has, and all components that are called in it. */
export interface Context<Value> {
  /**
   * The value of the innermost `provide` around this call.
   *
   * @throws WATT_CONDUIT_CONTEXT outside of any, when the context was made without a value
   */
  get(): Value;
  /** Calls `view`, in which `get` gives `value`: also after an `await` of it. Returns what it returns. */
  provide<Result>(value: Value, view: () => Result): Result;
}

/** What is provided, from the inside to the outside. */
interface Provided {
  readonly context: object;
  readonly value: unknown;
  readonly outer: Provided | undefined;
}

interface Storage {
  getStore(): Provided | undefined;
  run<Result>(store: Provided | undefined, call: () => Result): Result;
}

/**
 * Makes a context: `const Theme = context("light")`, then `Theme.provide("dark", () => Page())` and, in a component, `Theme.get()`.
 * Children are built before their parents, hence the function: what was built outside of it got the value there.
 *
 * Where the runtime follows async calls (Node, Bun, Deno, workerd with its Node compatibility) the value is there after an `await`,
 * too; in browsers only before. Two requests never see each other's values.
 *
 * @param value what `get` gives outside of any `provide`
 */
export function context<Value>(...value: readonly [] | readonly [value: Value]): Context<Value> {
  const own: Context<Value> = {
    get() {
      for (let at = storage.getStore(); at !== undefined; at = at.outer) {
        if (at.context === own) return at.value as Value;
      }
      if (value.length === 0) throw conduitError("WATT_CONDUIT_CONTEXT");
      return value[0] as Value;
    },
    provide: (value, view) => storage.run({ context: own, value, outer: storage.getStore() }, view),
  };
  return own;
}

/** Follows synchronous calls only. */
class SyncStorage implements Storage {
  private store: Provided | undefined;

  getStore(): Provided | undefined {
    return this.store;
  }

  run<Result>(store: Provided | undefined, call: () => Result): Result {
    const outer = this.store;
    this.store = store;
    try {
      return call();
    } finally {
      this.store = outer;
    }
  }
}

interface NodeProcess {
  getBuiltinModule?(name: string): { readonly AsyncLocalStorage?: new () => Storage } | undefined;
}

// Why not an import: browsers have no such module.
const { process } = globalThis as { process?: NodeProcess };
const Async = process?.getBuiltinModule?.("node:async_hooks")?.AsyncLocalStorage;

const key: unique symbol = Symbol.for("watt.conduit.context") as never;
const shared = globalThis as { [key]?: Storage };

/** One a process: ESM and CJS copies of this package provide to each other. */
const storage: Storage = (shared[key] ??= Async === undefined ? new SyncStorage() : new Async());
