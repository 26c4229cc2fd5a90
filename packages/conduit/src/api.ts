import type { TrustedHtml } from "./escape/trusted-html.ts";
import type { HtmlNode } from "./tape/token.ts";

/** HTML: what builders return, and what `raw` and `keep` return. */
export type Html = HtmlNode | TrustedHtml;

/**
 * What may stand between two tags. Strings and numbers are escaped; booleans, null and undefined write nothing.
 * Promises are awaited by the render of an async view.
 */
export type Child =
  | Html
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | PromiseLike<Child>
  | readonly Child[];

/** What an attribute may be given. `true` writes the bare name; `false`, null and undefined write nothing. */
export type AttributeValue = string | number | bigint | boolean | null | undefined;

/** What a render takes: HTML, or better a function that makes it, which leaves nothing behind on the tape. */
export type View = Html | (() => Html);

/** A view that awaits something, or whose children do. */
export type AsyncView = () => PromiseLike<Html>;
