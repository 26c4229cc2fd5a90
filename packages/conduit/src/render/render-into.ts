import type { Handle, Pool } from "@watt/electron";
import type { Html, View } from "../api.ts";
import { trustedBytes } from "../escape/trusted-html.ts";
import { Chunks } from "../tape/chunks.ts";
import { WINDOW_BYTES } from "../tape/memory.ts";
import { tape } from "../tape/tape.ts";
import type { HtmlNode } from "../tape/token.ts";
import { walk } from "../tape/walk.ts";
import { htmlBytes, recordsOf } from "../tape/write-html.ts";
import { inScope } from "./in-scope.ts";
import type { OutputPool } from "./output-pool.ts";

/** Rendered bytes that are only borrowed. */
export class Lease {
  /** UTF-8. Valid until `release`; other renders do not touch them. */
  readonly bytes: Uint8Array;
  private slots: Pool | undefined;
  private readonly handle: Handle;
  private readonly pool: OutputPool | undefined;

  /** @internal Without a slot the bytes are owned, and `release` does nothing. */
  constructor(bytes: Uint8Array, slots?: Pool, handle: Handle = 0 as Handle, pool?: OutputPool) {
    this.bytes = bytes;
    this.slots = slots;
    this.handle = handle;
    this.pool = pool;
    if (pool !== undefined) pool._leased++;
  }

  /** Gives the bytes back. A second call does nothing, as a socket may report its end twice. */
  release(): void {
    if (this.slots === undefined) return;
    this.slots.release(this.handle);
    this.slots = undefined;
    if (this.pool !== undefined) this.pool._leased--;
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
  if (trustedBytes.has(html)) return new Lease(htmlBytes(html));
  // First the records, then the slot: room for a node that left the tape may take a larger memory, which has other slots.
  const records = recordsOf(html);
  const { slots } = tape.layout;
  const handle = pool.leased < pool.slots ? slots.acquire() : -1;
  if (handle === -1) return new Lease(htmlBytes(html));
  try {
    const slot = slots.offset(handle);
    const output = new Chunks(tape, slot, WINDOW_BYTES);
    const end = walk(tape, (html as HtmlNode)._offset, records, output);
    if (output.fits) return new Lease(tape.u8.subarray(slot, end), slots, handle, pool);
    const owned = output.join(end);
    slots.release(handle);
    return new Lease(owned);
  } catch (error) {
    slots.release(handle);
    throw error;
  }
}
