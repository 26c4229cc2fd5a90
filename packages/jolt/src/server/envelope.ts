import { each, type Html, template } from "@watt/conduit";
import { DEFAULT_SWAP, type Swap } from "../protocol/index.ts";

/** One change to the page: what goes where. */
export interface Part {
  readonly target: string;
  readonly swap: Swap;
  /** Absent for `delete`. */
  readonly html: (() => Html) | undefined;
}

/** Writes the main content and after it one `<template jolt-target jolt-swap>` for each part. */
export function envelope(main: (() => Html) | undefined, parts: readonly Part[]): Html {
  if (main !== undefined && parts.length === 0) return main();
  const nodes = main === undefined ? parts.map(writePart) : [main(), ...parts.map(writePart)];
  return each(nodes, (node) => node);
}

function writePart({ target, swap, html }: Part): Html {
  const attributes = { "jolt-target": target, "jolt-swap": swap === DEFAULT_SWAP ? null : swap };
  return html === undefined ? template(attributes) : template(attributes, html());
}
