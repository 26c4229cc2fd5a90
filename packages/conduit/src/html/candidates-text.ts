import { safeUrl } from "../escape/url.ts";
import { trustedUrls } from "../escape/trusted-url.ts";
import { isRecord } from "./is-record.ts";

/**
 * A list of `{ url, width }` or `{ url, density }` as the text of a `srcset`; `undefined` for what is none. Candidates without a URL
 * are left out. O(length).
 */
export function candidatesText(candidates: object): string | undefined {
  if (!Array.isArray(candidates)) return undefined;
  const texts = (candidates as readonly unknown[]).map(candidateText);
  return texts.includes(undefined) ? undefined : texts.filter((text) => text !== "").join(", ");
}

function candidateText(candidate: unknown): string | undefined {
  if (!isRecord(candidate)) return undefined;
  const { url, width, density } = candidate;
  const text = typeof url === "string" ? safeUrl(url) : trustedUrls.get(Object(url) as object);
  const size = descriptor(width, "w") + descriptor(density, "x");
  if (text === undefined || !/^(?: \d+w| [\d.e+-]+x)?$/.test(size)) return undefined;
  const encoded = withoutSeparators(text);
  return encoded === "" ? "" : encoded + size;
}

function descriptor(size: unknown, unit: string): string {
  if (size === undefined || size === null) return "";
  return typeof size === "number" && size > 0 && size < Infinity ? ` ${size}${unit}` : " ?";
}

// A URL in a list ends at white space, and commas at its ends belong to the list. What URL parsers drop is dropped here. Why no
// pattern for the ends: it would look at each row of spaces or commas again and again.
function withoutSeparators(url: string): string {
  let [start, end] = [0, url.length];
  while (start < end && url[start]! <= " ") start++;
  while (start < end && url[end - 1]! <= " ") end--;
  const inner = url.slice(start, end).replace(/[\t\n\r]/g, "");
  [start, end] = [0, inner.length];
  while (inner[start] === ",") start++;
  while (start < end && inner[end - 1] === ",") end--;
  const [before, after] = [inner.slice(0, start), inner.slice(end)];
  return (
    before.replaceAll(",", "%2C") +
    inner.slice(start, end).replace(/[\f ]/g, encodeURIComponent) +
    after.replaceAll(",", "%2C")
  );
}
