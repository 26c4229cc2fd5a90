import type { Html } from "../api.ts";
import type { Late } from "../tape/late.ts";
import type { Static } from "../tape/statics.ts";
import { tape } from "../tape/tape.ts";
import type { HtmlNode } from "../tape/token.ts";
import type { Content } from "./content.ts";
import { nothing } from "./markup.ts";
import { nodeOf } from "./node-of.ts";

/** True for what can be awaited. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (typeof value === "object" || typeof value === "function") && value !== null && "then" in value
    ? typeof value.then === "function"
    : false;
}

/** Writes what a promise will give, as a child of `tag`: the render waits for it. */
export function writePromise(tag: string, content: Content, before: Static, promise: PromiseLike<unknown>): Static {
  tape.wait(before, new Awaited(tag, content, promise));
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

  constructor(tag: string, content: Content, promise: PromiseLike<unknown>) {
    this.pending = Promise.resolve(promise)
      .then((child) => {
        this.html = nodeOf(tag, content, [child]);
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
