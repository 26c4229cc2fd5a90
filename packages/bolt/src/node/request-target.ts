import type { IncomingMessage } from "node:http";
import { boltError } from "../errors.ts";

// A name or IPv4 address, or an IPv6 address in brackets; then perhaps a port.
const HOST = /^(?:[\w.-]{1,253}|\[[\da-fA-F:.]{2,45}\])(?::\d{1,5})?$/;
const ABSOLUTE = /^https?:\/\/([^/?#]*)([^#]*)/i;
const TARGET = /^\/[\x21\x22\x24-\x7e]*$/; // visible ASCII without the number sign

/** Where a request wants to go. */
export interface Destination {
  readonly target: string;
  readonly origin: string;
  /** The error to answer with, when the request line or Host is not what RFC 9112 allows. */
  readonly failure: unknown;
}

/** Reads target and origin of a request. An unsound one gets a harmless stand-in and a failure. */
export function readDestination(request: IncomingMessage, scheme: "http" | "https"): Destination {
  const url = request.url as string;
  const absolute = url.startsWith("/") ? null : ABSOLUTE.exec(url);
  const host = absolute?.[1] ?? request.headers.host;
  if (host === undefined || !HOST.test(host) || countHosts(request) > 1) {
    return { target: "/", origin: `${scheme}://invalid`, failure: boltError("WATT_BOLT_HOST_INVALID") };
  }
  const origin = `${scheme}://${host.toLowerCase()}`;
  const target = absolute === null ? url : withSlash(absolute[2] as string);
  if (TARGET.test(target) || (target === "*" && request.method === "OPTIONS"))
    return { target, origin, failure: undefined };
  return { target: "/", origin, failure: boltError("WATT_BOLT_TARGET_INVALID") };
}

function withSlash(target: string): string {
  return target.startsWith("/") ? target : `/${target}`;
}

// Why by hand: Node keeps the first of several and says nothing.
function countHosts({ rawHeaders }: IncomingMessage): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string;
    if (name.length === 4 && name.toLowerCase() === "host") count++;
  }
  return count;
}
