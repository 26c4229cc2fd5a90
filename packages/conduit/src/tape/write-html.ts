import type { Html } from "../api.ts";
import { conduitError, kindOf } from "../errors.ts";
import { trustedBytes } from "../escape/trusted-html.ts";
import { Chunks } from "./chunks.ts";
import { WINDOW_BYTES } from "./memory.ts";
import { type Tape, tape } from "./tape.ts";
import { type HtmlNode, SEALED } from "./token.ts";
import { type Records, walk } from "./walk.ts";

// The bytes of nodes that left the tape: made at their first use, since module constants are used again and again.
const sealedBytes = new WeakMap<HtmlNode, Uint8Array>();

/** The bytes of a node that left the tape. */
export function bytesOfSealed(node: HtmlNode): Uint8Array {
  let bytes = sealedBytes.get(node);
  if (bytes === undefined) sealedBytes.set(node, (bytes = htmlBytes(node)));
  return bytes;
}

/** The bytes of `html`, owned by the caller. @throws WATT_CONDUIT_NOT_HTML, WATT_CONDUIT_NODE_EXPIRED */
export function htmlBytes(html: Html): Uint8Array {
  const trusted = trustedBytes.get(html);
  if (trusted !== undefined) return trusted.slice();
  const records = recordsOf(html);
  const output = new Chunks(tape, tape.layout.window, WINDOW_BYTES);
  return output.join(walk(tape, (html as HtmlNode)._offset, records, output));
}

/**
 * Where the records of a node can be read. Callers do this before they choose where to write: room for a node that
 * left the tape may need a larger memory, and that moves every window.
 *
 * @throws WATT_CONDUIT_NOT_HTML, WATT_CONDUIT_NODE_EXPIRED
 */
export function recordsOf(html: Html): Records {
  if (!tape.isNode(html)) throw conduitError("WATT_CONDUIT_NOT_HTML", { where: "The view", kind: kindOf(html) });
  return tape.stateOf(html) === SEALED ? unseal(tape, html) : tape;
}

/** Puts the records of a node that left the tape above what is in use, where one walk may read them. */
function unseal(tape: Tape, node: HtmlNode): Records {
  const { words, data } = node._token as { words: Int32Array; data: Uint8Array };
  tape.reserve(words.length, data.length);
  const records = { wordBase: tape.wordBase + tape.words, dataBase: tape.dataBase + tape.data };
  tape.i32.set(words, records.wordBase);
  tape.u8.set(data, records.dataBase);
  return records;
}
