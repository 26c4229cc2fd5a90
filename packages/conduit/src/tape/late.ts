import type { Html } from "../api.ts";
import type { RenderOptions } from "../render/render-options.ts";
import type { Position } from "./chunks.ts";

/** What is decided when a render comes to it and not when it is built: renders of many views interleave. */
export interface Late {
  /** Settles when `come` may be called; `undefined` when it may at once. Never rejects. */
  readonly pending?: Promise<void> | undefined;
  /**
   * What is written here: HTML, or nothing. Builds no node, as the memory must not move under a walk.
   *
   * @param place where that will be
   */
  come(render: RenderState, place: Position): Html | undefined;
}

/** Thrown where a render that looks for one fragment comes to it. Nothing else of the page is wanted. */
export class FragmentFound extends Error {
  readonly html: Html;

  constructor(html: Html) {
    super("fragment found");
    this.html = html;
  }
}

/** Something in a page's head. A later one of the same key takes its place. */
export interface HeadEntry {
  readonly key: string | undefined;
  readonly html: Html;
}

/** What a shell wrote into the head, and from where to where. */
export interface ShellHead {
  readonly entries: readonly HeadEntry[];
  readonly from: Position;
  to: Position;
}

/** What the parts of a page know of the one render that writes them. */
export class RenderState {
  /** The nonce of the page's content security policy. */
  readonly nonce: string | undefined;
  /** The bytes are kept for other renders, by `keep`. */
  readonly isKept: boolean;
  /** The fragment that is wanted, out of the whole page. */
  readonly only: unknown;
  /** The head of the page, once a shell was met; and what other parts want to be in it. */
  shell: ShellHead | undefined = undefined;
  headEntries: HeadEntry[] | undefined = undefined;
  private met: Set<unknown> | undefined = undefined;

  constructor(options?: RenderOptions, isKept = false) {
    this.nonce = options?.nonce;
    this.only = options?.only;
    this.isKept = isKept;
  }

  /** The same render, for a part of it by itself. */
  whole(): RenderState {
    const { nonce } = this;
    return new RenderState(nonce === undefined ? undefined : { nonce }, this.isKept);
  }

  /** True when this render comes to `key` for the first time. */
  isFirst(key: unknown): boolean {
    const met = (this.met ??= new Set());
    return met.size !== met.add(key).size;
  }
}
