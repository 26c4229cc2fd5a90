import { HOLE } from "./place.ts";
import type { Reader } from "./reader.ts";

const inTagName = "Choose between whole elements: ${isLink ? html`<a>…</a>` : html`<b>…</b>`}.";

/** Says what is wrong with a `<` that begins no tag. @throws WATT_CONDUIT_TEMPLATE_MARKUP, WATT_CONDUIT_TEMPLATE_HOLE */
export function refuseMarkup(reader: Reader): never {
  const { text, at } = reader;
  const begins = (start: string): boolean => text.startsWith(start, at);
  if (begins(`<${HOLE}`)) reader.failHole("in the name of a tag", inTagName, at + 1);
  if (begins("<!--")) refuseComment(reader);
  if (/^<!doctype/i.test(text.slice(at, at + 9))) {
    const hole = holeBefore(reader, ">");
    if (hole !== -1) reader.failHole("in a doctype", "Write <!doctype html>.", hole);
    reader.fail("a doctype stands in the middle, or is another one", "Write <!doctype html>, and before all else.");
  }
  if (begins("<![CDATA[")) reader.fail("a CDATA section stands in it", "Write the text, with &lt; and &amp;.");
  if (begins("<!") || begins("<?")) reader.fail("there is no such markup in HTML", "Write &lt; for a <.");
  return reader.fail("a < begins no tag", "Write &lt; for a <.");
}

/** Says what is wrong with a `</` that begins no end tag. @throws as above */
export function refuseEndTag(reader: Reader): never {
  const hole = holeBefore(reader, ">");
  if (hole !== -1) reader.failHole("in an end tag", inTagName, hole);
  return reader.fail("an end tag is not complete", "Write </name>, and nothing else in it.");
}

function refuseComment(reader: Reader): never {
  const hole = holeBefore(reader, "-->");
  if (hole !== -1)
    reader.failHole("in a comment", "Take the hole out, or the comment: nobody would see the value.", hole);
  const isClosed = reader.text.includes("-->", reader.at + 4);
  return reader.fail(
    isClosed ? "the comment ends earlier for some, or holds a carriage return" : "the comment is not closed",
    isClosed ? "Write it without -- and > of its own." : "Write the --> that ends it.",
  );
}

/** Where the first hole before the next `end` is; -1 without one. */
function holeBefore({ text, at }: Reader, end: string): number {
  const hole = text.indexOf(HOLE, at);
  const until = text.indexOf(end, at);
  return until === -1 || hole < until ? hole : -1;
}
