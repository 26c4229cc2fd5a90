import type { Html } from "../api.ts";
import { trustedBytes } from "../escape/trusted-html.ts";
import { Chunks } from "./chunks.ts";
import { RenderState } from "./late.ts";
import { recordsOf } from "./records.ts";
import { tape } from "./tape.ts";
import type { HtmlNode } from "./token.ts";
import { write, writing } from "./write.ts";

/**
 * The bytes of `html`, owned by the caller.
 *
 * @throws WATT_CONDUIT_NOT_HTML, WATT_CONDUIT_NODE_EXPIRED, WATT_CONDUIT_PENDING
 */
export function htmlBytes(html: Html, render: RenderState = new RenderState()): Uint8Array {
  const trusted = trustedBytes.get(html);
  if (trusted !== undefined) return trusted.slice();
  const records = recordsOf(tape, html);
  const output = new Chunks(tape);
  return render.finish(output, write(html as HtmlNode, records, output, render));
}

/** The same, when all that is pending has settled. */
export async function htmlBytesLater(html: Html, render: RenderState): Promise<Uint8Array> {
  const output = new Chunks(tape);
  const steps = writing(html, output, output.start, render);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return render.finish(output, step.value);
    await step.value;
  }
}

// The bytes of nodes that left the tape: made at their first use, since module constants are used again and again.
const sealedBytes = new WeakMap<HtmlNode, Uint8Array>();

/** The bytes of a node that left the tape. */
export function bytesOfSealed(node: HtmlNode): Uint8Array {
  let bytes = sealedBytes.get(node);
  if (bytes === undefined) sealedBytes.set(node, (bytes = htmlBytes(node)));
  return bytes;
}
