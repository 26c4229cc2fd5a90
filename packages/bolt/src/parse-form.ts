import { boltError } from "./errors.ts";
import { FormFields } from "./form-fields.ts";
import { checkFieldCount, decodeText } from "./form-rules.ts";
import { parseMultipart } from "./parse-multipart.ts";

/** The media type of a Content-Type header, in lower case without parameters. */
export function mediaType(contentType: string | null): string {
  return (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** True for the two types that an HTML form sends and that carry fields. */
export function isFormType(contentType: string | null): boolean {
  const type = mediaType(contentType);
  return type === "application/x-www-form-urlencoded" || type === "multipart/form-data";
}

/**
 * Reads the fields of a form.
 *
 * @throws WATT_BOLT_BODY_MALFORMED, WATT_BOLT_BODY_FILE
 */
export function parseForm(contentType: string, bytes: Uint8Array): FormFields {
  const fields =
    mediaType(contentType) === "multipart/form-data" ? parseMultipart(contentType, bytes) : parseUrlencoded(bytes);
  return new FormFields(fields);
}

// Why not URLSearchParams: it takes bad escapes as text, and a client that sends them is told so.
function parseUrlencoded(bytes: Uint8Array): [string, string][] {
  const fields: [string, string][] = [];
  const text = decodeText(bytes, "urlencoded");
  for (let at = 0; at < text.length;) {
    const amp = text.indexOf("&", at);
    const end = amp === -1 ? text.length : amp;
    if (end > at) {
      const equals = text.indexOf("=", at);
      const stop = equals === -1 || equals > end ? end : equals;
      checkFieldCount(fields.length + 1, "urlencoded");
      fields.push([decodePart(text.slice(at, stop)), decodePart(text.slice(stop + 1, end))]);
    }
    at = end + 1;
  }
  return fields;
}

function decodePart(part: string): string {
  const spaced = part.includes("+") ? part.replaceAll("+", " ") : part;
  if (!spaced.includes("%")) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    throw boltError("WATT_BOLT_BODY_MALFORMED", { format: "urlencoded", reason: "it has a bad percent escape" });
  }
}
