import { conduitError } from "../errors.ts";

/** Elements whose text browsers read as it is, up to the end tag. */
export type RawTextTag = "iframe" | "script" | "style";

const ends: Readonly<Record<RawTextTag, RegExp>> = {
  iframe: /<\/iframe/i,
  // After `<!--` a script may end later than at its end tag.
  script: /<\/script|<!--/i,
  style: /<\/style/i,
};

/**
 * Looks whether trusted text would leave its element. O(length).
 *
 * @see https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements
 * @throws WATT_CONDUIT_RAW_TEXT
 */
export function checkRawText(tag: RawTextTag, text: string): void {
  const found = ends[tag].exec(text)?.[0];
  if (found !== undefined) throw conduitError("WATT_CONDUIT_RAW_TEXT", { tag, found });
}
