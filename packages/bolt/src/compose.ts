import type { Data, Middleware, Next } from "./api.ts";
import { boltError } from "./errors.ts";
import { isPromise } from "./is-promise.ts";
import type { RequestContext } from "./request-context.ts";

/** One flattened chain: middleware and what they run around. */
export type Run = (c: RequestContext) => Data | Promise<Data>;

/** Puts middleware around a terminal, the first outermost. Nothing is awaited unless a promise comes back. */
export function compose(middleware: readonly Middleware<never>[], terminal: Run): Run {
  return middleware.reduceRight<Run>((inner, outer) => wrap(outer as Middleware<unknown>, inner), terminal);
}

function wrap(middleware: Middleware, inner: Run): Run {
  return (c) => {
    let called = false;
    let answer: Data | Promise<Data>;
    const next: Next = () => {
      if (called) throw boltError("WATT_BOLT_NEXT_TWICE", describe(middleware, c));
      called = true;
      answer = inner(c);
      // Why: a middleware that answers by itself (a timeout) leaves this promise alone, and its failure must not
      // end the process.
      if (isPromise(answer)) answer.then(undefined, ignore);
      return answer;
    };
    const settle = (own: Data): Data | Promise<Data> => {
      if (own !== undefined) return own;
      if (called) return answer;
      throw boltError("WATT_BOLT_MIDDLEWARE_SILENT", describe(middleware, c));
    };
    const own = middleware(c, next);
    return isPromise(own) ? Promise.resolve(own).then(settle) : settle(own);
  };
}

function describe(middleware: Middleware, c: RequestContext): Record<string, string> {
  return { name: middleware.name || "(anonymous)", method: c.method, path: c.path };
}

function ignore(): void {}
