import { boltError } from "./errors.ts";
import { checkFieldCount, decodeText } from "./form-rules.ts";

const FORMAT = "multipart";
// Why no spaces: RFC 2046 allows them inside, and no browser sends them.
const BOUNDARY = /;\s*boundary=(?:"([\w'()+,\-./:=?]{1,70})"|([\w'()+\-.]{1,70}))\s*(?:;|$)/i;
const DISPOSITION = /^content-disposition:\s*form-data\s*;(.*)$/im;
// Why 8 KB: a part's head is a name and a type; more is an attack or a mistake.
const MAX_HEAD = 8192;

/** Reads the text fields of a multipart form. Each delimiter is found once: O(n). */
export function parseMultipart(contentType: string, bytes: Uint8Array): [string, string][] {
  const match = BOUNDARY.exec(contentType);
  if (match === null) throw malformed("its boundary is missing or malformed");
  const delimiter = `\r\n--${match[1] ?? match[2]}`;
  // Why loose first: a file's bytes need not be UTF-8, and the answer to a file is 415, not 400.
  const text = `\r\n${new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)}`;
  const fields: [string, string][] = [];
  let at = text.indexOf(delimiter);
  if (at === -1) throw malformed("its first boundary is missing");
  for (;;) {
    at += delimiter.length;
    if (text.startsWith("--", at)) break;
    at = skipPadding(text, at);
    const end = text.indexOf(delimiter, at - 2);
    if (end === -1) throw malformed("its last boundary is missing");
    checkFieldCount(fields.length + 1, FORMAT);
    fields.push(readPart(text, at, end));
    at = end;
  }
  decodeText(bytes, FORMAT);
  return fields;
}

function skipPadding(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at++;
  if (!text.startsWith("\r\n", at)) throw malformed("a boundary does not end its line");
  return at + 2;
}

function readPart(text: string, from: number, end: number): [string, string] {
  const headEnd = text.indexOf("\r\n\r\n", from - 2);
  if (headEnd === -1 || headEnd + 4 > end || headEnd - from > MAX_HEAD) throw malformed("a part has no head");
  const disposition = DISPOSITION.exec(text.slice(from, headEnd))?.[1];
  const name = disposition === undefined ? undefined : parameter(disposition, "name");
  if (disposition === undefined || name === undefined) throw malformed("a part has no name");
  if (parameter(disposition, "filename\\*?") !== undefined) throw boltError("WATT_BOLT_BODY_FILE", { field: name });
  return [name, text.slice(headEnd + 4, end)];
}

// Browsers write a quote or a line end in a name as %22, %0D or %0A, and nothing else is escaped.
function parameter(disposition: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|;)\\s*${name}=(?:"([^"]*)"|([^;\\s"]+))`, "i").exec(disposition);
  const value = match?.[1] ?? match?.[2];
  return value?.replace(/%22|%0D|%0A/gi, (escape) => decodeURIComponent(escape));
}

function malformed(reason: string): Error {
  return boltError("WATT_BOLT_BODY_MALFORMED", { format: FORMAT, reason });
}
