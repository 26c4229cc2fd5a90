import { safeUrl } from "./url.ts";

const listed = /[^\t\n\f\r ]+/g;

/** URLs with white space between them (`ping`), each checked by `safeUrl`. O(length). */
export function safeUrlList(urls: string): string {
  return urls.replace(listed, (url) => safeUrl(url));
}
