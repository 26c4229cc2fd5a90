import type { Html } from "../api.ts";
import type { Late } from "../tape/late.ts";
import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";
import type { HtmlNode } from "../tape/token.ts";
import { nothing } from "./markup.ts";

/** True for what can be awaited. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (typeof value === "object" || typeof value === "function") && value !== null && "then" in value
    ? typeof value.then === "function"
    : false;
}

/** Writes what `make` makes of what a promise gives: the render waits for it. */
export function writePromise(before: Static, promise: PromiseLike<unknown>, make: (child: unknown) => Html): Static {
  tape.wait(before, new Awaited(promise, make));
  return nothing;
}

/** Writes a node that left the tape and holds what is late itself. */
export function writeForeign(before: Static, node: HtmlNode): Static {
  tape.wait(before, { come: () => node });
  return nothing;
}

/** A child that is a promise. It is listened to from the start: nobody else may, and a rejection belongs to the render. */
class Awaited implements Late {
  pending: Promise<void> | undefined;
  private html: Html | undefined;
  private failure: { readonly reason: unknown } | undefined;

  constructor(promise: PromiseLike<unknown>, make: (child: unknown) => Html) {
    this.pending = Promise.resolve(promise)
      .then((child) => {
        this.html = make(child);
      })
      .catch((reason: unknown) => {
        this.failure = { reason };
      })
      .then(() => {
        this.pending = undefined;
      });
  }

  come(): Html | undefined {
    if (this.failure !== undefined) throw this.failure.reason;
    return this.html;
  }
}
