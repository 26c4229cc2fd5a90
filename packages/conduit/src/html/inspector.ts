import type { Html } from "../api.ts";
import type { Static } from "../tape/statics.ts";
import type { HtmlNode } from "../tape/token.ts";

/** What dev mode is told of. */
export interface Inspector {
  /** Markup that an element begins with → the same, or `nothing` when it was written with more behind it. */
  begin(markup: Static): Static;
  /** An element was built by these arguments of its builder. */
  element(tag: string, args: ArrayLike<unknown>, node: HtmlNode): void;
  /** HTML was made of children, without an element around them. */
  fragment(children: readonly unknown[], html: Html): void;
  /** An error was made: it may be told more. */
  error(error: Error): void;
  /** What tells of a node whose render has ended. */
  expired(node: HtmlNode): Error;
}

const key: unique symbol = Symbol.for("watt.conduit.dev.1") as never;
const shared = globalThis as { [key]?: Hooks };

/** Those of its methods that are on. */
export type Hooks = { -readonly [Name in keyof Inspector]: Inspector[Name] | undefined };

/**
 * The inspector of this process; empty in production. Why shared: dev mode as ESM looks at what the CJS copy builds, too. Why each is
 * there from the start: builders look at every call, and nobody's prototype is asked.
 */
export const inspector: Hooks = (shared[key] ??= {
  begin: undefined,
  element: undefined,
  fragment: undefined,
  error: undefined,
  expired: undefined,
});
