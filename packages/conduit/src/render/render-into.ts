import type { Offset, SlotPool } from "@watt/electron";
import type { Html, View } from "../api.ts";
import { trustedBytes } from "../escape/trusted-html.ts";
import { Chunks } from "../tape/chunks.ts";
import { WINDOW_BYTES } from "../tape/memory.ts";
import { tape } from "../tape/tape.ts";
import type { HtmlNode } from "../tape/token.ts";
import { type Records, walk } from "../tape/walk.ts";
import { htmlBytes, recordsOf } from "../tape/write-html.ts";
import { inScope } from "./in-scope.ts";
import type { OutputPool } from "./output-pool.ts";

/** Rendered bytes that are only borrowed. */
export class Lease {
  /** UTF-8. Valid until `release`; other renders do not touch them. */
  readonly bytes: Uint8Array;
  private slots: SlotPool | undefined;
  private readonly slot: Offset | -1;

  /** @internal */
  constructor(bytes: Uint8Array, slots: SlotPool | undefined, slot: Offset | -1) {
    this.bytes = bytes;
    this.slots = slots;
    this.slot = slot;
  }

  /** Gives the bytes back. A second call does nothing, as a socket may report its end twice. */
  release(): void {
    if (this.slots === undefined || this.slot === -1) return;
    this.slots.release(this.slot);
    this.slots = undefined;
  }
}

/**
 * Renders a view into a slot of `pool` and leases it: the bytes go to a socket without a copy, and `release` is called
 * when they are written. Pages over 64 KiB, and all while no slot is free, come as bytes of their own; the lease is
 * used in the same way.
 *
 * @throws as `renderToBytes`
 */
export function renderInto(pool: OutputPool, view: View): Lease {
  return inScope(view, (html) => lease(pool, html));
}

function lease(pool: OutputPool, html: Html): Lease {
  if (trustedBytes.has(html)) return new Lease(htmlBytes(html), undefined, -1);
  const { slots, records } = prepare(pool, html);
  const slot = slots.acquire();
  if (slot === -1) return new Lease(htmlBytes(html), undefined, -1);
  try {
    const output = new Chunks(tape, slot, WINDOW_BYTES);
    const end = walk(tape, (html as HtmlNode)._offset, records, output);
    if (output.fits) return new Lease(tape.u8.subarray(slot, end), slots, slot);
    const owned = output.join(end);
    slots.release(slot);
    return new Lease(owned, undefined, -1);
  } catch (error) {
    slots.release(slot);
    throw error;
  }
}

/** Slots and records of one memory: making room for either may replace it, and then both are taken again. */
function prepare(pool: OutputPool, html: Html): { slots: SlotPool; records: Records } {
  for (;;) {
    const slots = pool._slots();
    const memory = tape.layout;
    const records = recordsOf(html);
    if (tape.layout === memory) return { slots, records };
  }
}
