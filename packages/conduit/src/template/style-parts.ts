import { isSafeCssValue } from "../escape/css.ts";
import { HOLE } from "./place.ts";
import type { Reader } from "./reader.ts";

/** A hole of a `style` attribute, and the static text around it. */
export interface StylePart {
  /** It is the first hole of its declaration, after the static declarations in `lead`. */
  readonly begins: boolean;
  readonly lead: string;
  readonly before: string;
  /** To the end of its declaration. */
  readonly after: string;
}

// What is one unit to CSS: an escape, quoted text, a comment, an unquoted URL, the opening of a function, or a character.
const unit =
  /\\[^]|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\/\*[^]*?\*\/|url\([ \t\n\r\f]*(?!["' \t\n\r\f])[^)]*\)?|[-\w\\\u0080-\uffff]*[([]|[^]/gi;

// What may stand around a hole. Why: `url` before one that holds `(//host)`, or `/` before `*`, would make another token.
const before = /(?:^|[ \t\n\r\f,(])[-+#]?$/;
const after = /^(?:%|[a-z]+)?(?:$|[ \t\n\r\f,);!])/i;

// Quotes and escapes without an end, and blocks.
const loose = /^["'{}\\]$/;

const opening = /^(?!\\.$)[-\w\\\u0080-\uffff]*[([]$/;

/**
 * Splits the text of a `style` attribute into declarations and holes. A hole must be a value, or a word or number of one:
 * what is in it is checked by itself, and its declaration is left out if it is not safe.
 *
 * @param at where the value stands in the source
 * @returns the holes, and the static declarations after them
 */
export function styleParts(
  reader: Reader,
  at: number,
  text: string,
): { readonly parts: readonly StylePart[]; readonly rest: string } {
  const parts: StylePart[] = [];
  // The static declarations before this one; its text since it began, or since its last hole; and that since its colon.
  let lead = "";
  let piece = "";
  let value: string | undefined;
  let hasHole = false;
  let open: string[] = [];
  let hole = reader.text.indexOf(HOLE, at);
  const endDeclaration = (): void => {
    if (hasHole) parts.push({ ...parts.pop()!, after: piece });
    else lead += piece;
    [piece, value, hasHole, open] = ["", undefined, false, []];
  };

  for (const { 0: token, index } of text.matchAll(unit)) {
    if (token.includes(HOLE)) {
      const fits = token === HOLE && value !== undefined && before.test(value) && after.test(text.slice(index + 1));
      if (!fits || !open.every((name) => isSafeCssValue(name + closing(name)))) refuse(reader, hole);
      parts.push({ begins: !hasHole, lead, before: piece, after: "" });
      hole = reader.text.indexOf(HOLE, hole + 1);
      [lead, piece, value, hasHole] = ["", "", "0", true];
      continue;
    }
    piece += token;
    if (token === ";" && open.length === 0) endDeclaration();
    else if (token === ":" && value === undefined) value = "";
    else if (value !== undefined) value += token;
    if (opening.test(token)) open.push(token);
    if (token === ")" || token === "]") open.pop();
    if (loose.test(token) || (token === "/" && text[index + 1] === "*")) {
      reader.fail(
        "the style is not a list of declarations",
        "Close what is open in it; blocks have no place in it.",
        at,
      );
    }
  }
  endDeclaration();
  return { parts, rest: lead };
}

const closing = (opening: string): string => (opening.endsWith("(") ? ")" : "]");

function refuse(reader: Reader, at: number): never {
  reader.failHole(
    "in a style where no value can stand",
    'Give a value or a part of it between white space, commas or brackets ("width: ${w}px"), or declarations by a record.',
    at,
  );
}
