import { boltError } from "./errors.ts";

/** Names and values in turn, as `writeHead` takes them. Names keep their spelling and compare without case. */
export type HeaderList = string[];

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
// Why Latin-1 only: Node writes the head as Latin-1, and a wider character would be cut to its low byte.
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const FRAMING = /^(?:connection|content-length|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;

/** True for a name that RFC 9110 allows as a header or cookie name. */
export function isToken(name: string): boolean {
  return TOKEN.test(name);
}

/** Index of a header's name in the list, or -1. O(n), allocates nothing for names of another length. */
export function indexOfHeader(list: readonly string[], name: string): number {
  for (let i = 0; i < list.length; i += 2) {
    const other = list[i] as string;
    if (other.length === name.length && (other === name || other.toLowerCase() === name.toLowerCase())) return i;
  }
  return -1;
}

/**
 * Checks a header that an app sets.
 *
 * @throws WATT_BOLT_HEADER_INVALID for a bad name, a line break or control character, or a framing header.
 */
export function checkHeader(name: string, value: string): void {
  if (!TOKEN.test(name))
    throw boltError("WATT_BOLT_HEADER_INVALID", { name: JSON.stringify(name), reason: "the name is not a token" });
  if (!VALUE.test(value)) {
    throw boltError("WATT_BOLT_HEADER_INVALID", {
      name,
      reason: `the value ${JSON.stringify(value)} has a forbidden character`,
    });
  }
  if (FRAMING.test(name)) throw boltError("WATT_BOLT_HEADER_INVALID", { name, reason: "the server sets it" });
}

/** True for a header that only the server may write. */
export function isFraming(name: string): boolean {
  return FRAMING.test(name);
}

/** Sets a header, replacing an earlier one; `Set-Cookie` is appended and `Vary` is merged. Checks nothing. */
export function putHeader(list: HeaderList, name: string, value: string): void {
  const lower = name.length === 10 || name.length === 4 ? name.toLowerCase() : "";
  if (lower === "vary") return addVary(list, value);
  const at = lower === "set-cookie" ? -1 : indexOfHeader(list, name);
  if (at === -1) list.push(name, value);
  else list[at + 1] = value;
}

/** Merges field names into `Vary`; each appears once. */
export function addVary(list: HeaderList, fields: string): void {
  const at = indexOfHeader(list, "Vary");
  if (at === -1) {
    list.push("Vary", fields);
    return;
  }
  const seen = (list[at + 1] as string).split(",").map((field) => field.trim().toLowerCase());
  for (const field of fields.split(",")) {
    const name = field.trim();
    if (seen.includes(name.toLowerCase())) continue;
    seen.push(name.toLowerCase());
    list[at + 1] += `, ${name}`;
  }
}

/** Removes the headers whose lower-case names are in the set. */
export function dropHeaders(list: HeaderList, names: ReadonlySet<string>): void {
  for (let i = list.length - 2; i >= 0; i -= 2) {
    if (names.has((list[i] as string).toLowerCase())) list.splice(i, 2);
  }
}
