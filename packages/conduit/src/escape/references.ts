import { isSafeCssValue } from "./css.ts";

const local = /(?<![-\w\u0080-\uffff])url\([\t\n\f\r ]*(?:#[-\w.:]+|"#[-\w.:]+"|'#[-\w.:]+')[\t\n\f\r ]*\)/gi;

/**
 * Whether a value of an SVG attribute that is read as CSS (`fill`, `filter`, an animation's `values`) refers to nothing but this
 * document: `url(#gradient)`, and else what `isSafeCssValue` allows. A semicolon stands between values. O(length).
 */
export function isLocalReference(value: string): boolean {
  return value
    .replace(local, "none")
    .replace(/[\n\f\r]/g, " ")
    .split(";")
    .every(isSafeCssValue);
}
