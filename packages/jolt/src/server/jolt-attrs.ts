import { type ATTRIBUTES, PREFIX, type Swap, type Verb } from "../protocol/index.ts";

/** Where an element's answers go: `#id`, `this` (the element), or `closest` and a CSS selector. */
export type AttributeTarget = `#${string}` | "this" | `closest ${string}`;

/** The address under one verb, and none under the others. */
export type OneVerb = {
  [V in Verb]: { readonly [K in V]: string } & { readonly [K in Exclude<Verb, V>]?: never };
}[Verb];

/** What `joltAttrs` takes: one verb with its address, and what differs from the defaults. */
export type JoltAttributes = OneVerb & {
  /** @defaultValue the element itself */
  readonly target?: AttributeTarget;
  /** @defaultValue "innerHTML" */
  readonly swap?: Swap;
  /** `event delay:300ms, event …` @defaultValue submit of a form, change of a field, click of anything else */
  readonly trigger?: string;
};

/** Nothing under keys that are no attribute: what a generic parameter would let pass. */
export type NoOthers<A> = { readonly [K in Exclude<keyof A, Verb | (typeof ATTRIBUTES)[number]>]: never };

/** The attributes that `joltAttrs` writes for a given input: the same keys with `jolt-` before them. */
export type JoltAttributeNames<A> = { readonly [K in keyof A & string as `jolt-${K}`]: A[K] };

/**
 * Typed `jolt-…` attributes, to be spread into an element's attributes.
 *
 * @returns a new object with the same values under their attribute names.
 * @example form({ action: "/todos", method: "post", ...joltAttrs({ post: "/todos", target: "#list", swap: "beforeend" }) }, …)
 */
export function joltAttrs<const A extends JoltAttributes>(attributes: A & NoOthers<A>): JoltAttributeNames<A> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes)) out[PREFIX + name] = value;
  return out as JoltAttributeNames<A>;
}
