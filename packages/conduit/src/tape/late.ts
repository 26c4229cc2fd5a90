import type { Html } from "../api.ts";
import type { Chunks } from "./chunks.ts";

/** What is decided when a render comes to it and not when it is built: renders of many views interleave. */
export interface Late {
  /** Settles when `come` may be called; `undefined` when it may at once. Never rejects. */
  readonly pending?: Promise<void> | undefined;
  /** What is written here: HTML, or nothing. Builds no node, as the memory must not move under a walk. */
  come(render: RenderState): Html | undefined;
}

/** What the parts of a page know of the one render that writes them. */
export class RenderState {
  /** The nonce of the page's content security policy. */
  readonly nonce: string | undefined;
  private met: Set<unknown> | undefined = undefined;

  constructor(nonce?: string) {
    this.nonce = nonce;
  }

  /** True when this render comes to `key` for the first time. */
  isFirst(key: unknown): boolean {
    const met = (this.met ??= new Set());
    return met.size !== met.add(key).size;
  }

  /** The bytes of the whole render, `at` being the end of the last window. */
  finish(output: Chunks, at: number): Uint8Array {
    return output.join(at);
  }
}
