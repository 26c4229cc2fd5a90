import type { Html } from "../api.ts";
import { conduitError, kindOf } from "../errors.ts";
import { isHtml } from "../escape/is-html.ts";
import { trustedBytes } from "../escape/trusted-html.ts";
import { Chunks } from "./chunks.ts";
import type { RenderOptions } from "../render/render-options.ts";
import { FragmentFound, RenderState } from "./late.ts";
import { headEntries, withHead } from "./merge-head.ts";
import { ownBytes } from "./own-bytes.ts";
import { type Records, recordsOf } from "./records.ts";
import { tape } from "./tape.ts";
import type { HtmlNode } from "./token.ts";
import { isWritten, write, writeOn, writing } from "./write.ts";

/**
 * The bytes of `html`, owned by the caller.
 *
 * @throws WATT_CONDUIT_NOT_HTML, WATT_CONDUIT_NODE_EXPIRED, WATT_CONDUIT_PENDING, WATT_CONDUIT_FRAGMENT
 */
export function htmlBytes(html: Html, options?: RenderOptions, isKept = false): Uint8Array {
  const only = options?.only;
  const trusted = tape.isNode(html) ? undefined : trustedBytes.get(html);
  if (trusted !== undefined && only === undefined) return trusted.slice();
  const records = recordsOf(tape, html);
  const { window, sizes } = tape.layout;
  const end = write(html as HtmlNode, records, window, window + sizes.window);
  if (isWritten() && only === undefined) return ownBytes(tape.u8, tape.i32, window, end);
  return restOf(html as HtmlNode, records, new Chunks(tape), end, new RenderState(options, isKept));
}

/** The bytes of a render that `write` began, into the output's window. */
export function restOf(node: HtmlNode, records: Records, output: Chunks, end: number, render: RenderState): Uint8Array {
  try {
    return finished(output, writeOn(node, records, output, end, render), render);
  } catch (error) {
    return htmlBytes(found(error, render), render.whole());
  }
}

/** The bytes of a render whose last window ends at `at`. */
function finished(output: Chunks, at: number, render: RenderState): Uint8Array {
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
    return htmlBytesLater(found(error, render), new RenderState(render.whole()));
  }
}

async function finishedLater(output: Chunks, at: number, render: RenderState): Promise<Uint8Array> {
  if (render.only !== undefined) throw notFound(render);
  const entries = headEntries(render);
  if (entries === undefined) return output.join(at);
  output.flush(at);
  const bytes = await Promise.all(entries.map((entry) => htmlBytesLater(entry, new RenderState(render.whole()))));
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
