import type { Html } from "../api.ts";
import { conduitError, kindOf } from "../errors.ts";
import type { Late } from "./late.ts";
import type { Tape } from "./tape.ts";
import { type Copy, type HtmlNode, SEALED } from "./token.ts";

/** Where the records of a node can be read, as offsets in the tape's memory: the tape's areas, or a copy on top of them. */
export interface Records {
  readonly words: number;
  readonly texts: number;
  readonly raws: number;
  readonly late: readonly Late[];
}

/**
 * Where the records of a node can be read, until the next one is built or looked up. Callers do this before they choose where to
 * write: room for a node that left the tape may need a larger memory, and that moves every window.
 *
 * @throws WATT_CONDUIT_NOT_HTML, WATT_CONDUIT_NODE_EXPIRED
 */
export function recordsOf(tape: Tape, html: Html): Records {
  if (!tape.isNode(html)) throw conduitError("WATT_CONDUIT_NOT_HTML", { where: "The view", kind: kindOf(html) });
  tape.encode();
  tape.syncStatics();
  if (tape.stateOf(html) === SEALED) return unseal(tape, (html as HtmlNode)._token.copy as Copy);
  return tape.records;
}

/** Puts the records of a node that left the tape above what is in use, where one walk may read them. */
function unseal(tape: Tape, copy: Copy): Records {
  const { words, texts, raws } = tape;
  tape.reserve(words + copy.words.length, texts + copy.texts.length, raws + copy.raws.length);
  tape.syncStatics();
  const { layout } = tape;
  tape.i32.set(copy.words, tape.wordBase + words);
  tape.u8.set(copy.texts, layout.texts + texts);
  tape.u8.set(copy.raws, layout.raws + raws);
  return { words: layout.words + words * 4, texts: layout.texts + texts, raws: layout.raws + raws, late: copy.late };
}
