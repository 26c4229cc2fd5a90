import { conduitError, kindOf } from "../errors.ts";
import { safeRefresh } from "./refresh.ts";

/** What `http-equiv` may be. @see https://html.spec.whatwg.org/#attr-meta-http-equiv */
const directives: ReadonlySet<string> = new Set([
  "content-security-policy",
  "content-type",
  "default-style",
  "refresh",
  "x-ua-compatible",
]);

/**
 * The attributes of a `<meta>` as they are written: what `http-equiv` names is in the list, a refresh goes nowhere that `safeUrl`
 * refuses, and the encoding is UTF-8, since every escape relies on it. The order of attributes and the case of letters do not
 * matter. Each attribute is read once. O(length).
 *
 * @throws WATT_CONDUIT_ATTRIBUTE_FORBIDDEN
 */
export function safeMeta(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(attributes);
  const given = new Set<string>();
  for (const [name, value] of entries) if (name.toLowerCase() === "http-equiv") given.add(directive(name, value));
  return Object.fromEntries(entries.map(([name, value]) => [name, written(given, name, value)]));
}

function directive(name: string, value: unknown): string {
  if (value === null || value === undefined || value === false) return "";
  const lower = typeof value === "string" ? value.toLowerCase() : "";
  if (directives.has(lower)) return lower;
  throw conduitError("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN", {
    tag: "meta",
    name,
    kind: typeof value === "string" ? "a value that the standard does not list" : kindOf(value),
    reason: "it acts as a response header",
    instead: "Send the header from the server.",
  });
}

function written(given: ReadonlySet<string>, name: string, value: unknown): unknown {
  const lower = name.toLowerCase();
  if (typeof value !== "string" || (lower !== "content" && lower !== "charset")) return value;
  if (lower === "charset" ? !/^utf-8$/i.test(value) : given.has("content-type") && !utf8.test(value)) {
    throw conduitError("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN", {
      tag: "meta",
      name,
      kind: "another encoding than UTF-8",
      reason: "what is written is UTF-8, and is read otherwise in another",
      instead: 'Write meta({ charset: "utf-8" }).',
    });
  }
  return lower === "content" && given.has("refresh") ? safeRefresh(value) : value;
}

const utf8 = /^text\/html;[\t\n\f\r ]*charset=utf-8$/i;
