import type { Html } from "../api.ts";
import { conduitError, kindOf } from "../errors.ts";
import { isHtml } from "../escape/is-html.ts";
import { trustedBytes } from "../escape/trusted-html.ts";
import { Chunks } from "./chunks.ts";
import { FragmentFound, RenderState } from "./late.ts";
import { headEntries, withHead } from "./merge-head.ts";
import { recordsOf } from "./records.ts";
import { tape } from "./tape.ts";
import type { HtmlNode } from "./token.ts";
import { write, writing } from "./write.ts";

/**
 * The bytes of `html`, owned by the caller.
 *
 * @throws WATT_CONDUIT_NOT_HTML, WATT_CONDUIT_NODE_EXPIRED, WATT_CONDUIT_PENDING, WATT_CONDUIT_FRAGMENT
 */
export function htmlBytes(html: Html, render: RenderState = new RenderState()): Uint8Array {
  const trusted = trustedBytes.get(html);
  if (trusted !== undefined && render.only === undefined) return trusted.slice();
  try {
    const records = recordsOf(tape, html);
    const output = new Chunks(tape);
    return finished(output, write(html as HtmlNode, records, output, render), render);
  } catch (error) {
    return htmlBytes(found(error, render), render.whole());
  }
}

/** The bytes of a render whose last window ends at `at`. */
export function finished(output: Chunks, at: number, render: RenderState): Uint8Array {
  if (render.only !== undefined) throw notFound(render);
  const entries = headEntries(render);
  if (entries === undefined) return output.join(at);
  // The window is needed for them.
  output.flush(at);
  const bytes = entries.map((entry) => htmlBytes(entry, render.whole()));
  return withHead(output, render, bytes);
}

/** The same as `htmlBytes`, when all that is pending has settled. */
export async function htmlBytesLater(html: Html, render: RenderState): Promise<Uint8Array> {
  if (!isHtml(html)) throw conduitError("WATT_CONDUIT_NOT_HTML", { where: "The view", kind: kindOf(html) });
  try {
    const output = new Chunks(tape);
    const steps = writing(html, output, output.start, render);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return await finishedLater(output, step.value, render);
      await step.value;
    }
  } catch (error) {
    return htmlBytesLater(found(error, render), render.whole());
  }
}

async function finishedLater(output: Chunks, at: number, render: RenderState): Promise<Uint8Array> {
  if (render.only !== undefined) throw notFound(render);
  const entries = headEntries(render);
  if (entries === undefined) return output.join(at);
  output.flush(at);
  const bytes = await Promise.all(entries.map((entry) => htmlBytesLater(entry, render.whole())));
  return withHead(output, render, bytes);
}

/** What a render looked for; any other error is thrown on. */
function found(error: unknown, render: RenderState): Html {
  if (error instanceof FragmentFound && render.only !== undefined) return error.html;
  throw error;
}

const notFound = ({ only }: RenderState): Error =>
  conduitError("WATT_CONDUIT_FRAGMENT", { id: (only as { readonly id: string }).id });

// The bytes of nodes that left the tape: made at their first use, since module constants are used again and again.
const sealedBytes = new WeakMap<HtmlNode, Uint8Array>();

/** The bytes of a node that left the tape. */
export function bytesOfSealed(node: HtmlNode): Uint8Array {
  let bytes = sealedBytes.get(node);
  if (bytes === undefined) sealedBytes.set(node, (bytes = htmlBytes(node)));
  return bytes;
}
