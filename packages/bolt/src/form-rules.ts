import { boltError } from "./errors.ts";

/** Most fields that a form may have. */
export const MAX_FIELDS = 1000;

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Decodes bytes, or answers 400. */
export function decodeText(bytes: Uint8Array, format: string): string {
  try {
    return strict.decode(bytes);
  } catch {
    throw boltError("WATT_BOLT_BODY_MALFORMED", { format, reason: "it is not UTF-8" });
  }
}

/** Fails when a form has more fields than `MAX_FIELDS`. */
export function checkFieldCount(count: number, format: string): void {
  if (count > MAX_FIELDS) {
    throw boltError("WATT_BOLT_BODY_MALFORMED", { format, reason: `it has more than ${MAX_FIELDS} fields` });
  }
}
