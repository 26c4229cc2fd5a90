import type { Handle, Pool } from "@watt/electron";
import type { AsyncView, Html, View } from "../api.ts";
import { Chunks } from "../tape/chunks.ts";
import { htmlBytes, htmlBytesLater, restOf } from "../tape/html-bytes.ts";
import { RenderState } from "../tape/late.ts";
import { SLOT_BYTES } from "../tape/memory.ts";
import { recordsOf } from "../tape/records.ts";
import { tape } from "../tape/tape.ts";
import { isWritten, write } from "../tape/write.ts";
import { type AnyView, inScope } from "./in-scope.ts";
import type { OutputPool } from "./output-pool.ts";
import type { RenderOptions } from "./render-options.ts";

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
 * when they are written. Pages over 256 KiB, and all while no slot is free, come as bytes of their own; the lease is
 * used in the same way. An async view gives a promise.
 *
 * @throws as `renderToBytes`
 */
export function renderInto(pool: OutputPool, view: View, options?: RenderOptions): Lease;
export function renderInto(pool: OutputPool, view: AsyncView, options?: RenderOptions): Promise<Lease>;
export function renderInto(pool: OutputPool, view: AnyView, options?: RenderOptions): Lease | Promise<Lease> {
  return inScope(
    view,
    (html) => lease(pool, html, options),
    async (html) => new Lease(await htmlBytesLater(await html, new RenderState(options))),
  );
}

function lease(pool: OutputPool, html: Html, options: RenderOptions | undefined): Lease {
  if (!tape.isNode(html) || options?.only !== undefined || pool.leased >= pool.slots) return owned(html, options);
  // First the records, then the slot: room for a node that left the tape may take a larger memory, which has other slots.
  const records = recordsOf(tape, html);
  const { slots } = tape.layout;
  const handle = slots.acquire();
  if (handle === -1) return owned(html, options);
  const slot = slots.offset(handle);
  const { u8 } = tape;
  const end = write(html, records, slot, slot + SLOT_BYTES);
  if (isWritten()) return new Lease(new Uint8Array(u8.buffer, slot, end - slot), slots, handle, pool);
  try {
    return new Lease(restOf(html, records, new Chunks(tape, slot, SLOT_BYTES), end, new RenderState(options)));
  } finally {
    slots.release(handle);
  }
}

const owned = (html: Html, options: RenderOptions | undefined): Lease => new Lease(htmlBytes(html, options));
