/**
 * `text` with what `special` matches (one letter, with the flag g) replaced by `spelling` of it; `text` itself when it
 * matches nothing. Why not `replace` with a function: this takes half of its time (measured).
 */
export function escapeText(text: string, special: RegExp, spelling: (letter: string) => string): string {
  // Safety: a call that threw halfway (a result too long for a string) left it where it was.
  special.lastIndex = 0;
  if (!special.test(text)) return text;
  let escaped = "";
  let from = 0;
  do {
    const at = special.lastIndex - 1;
    escaped += text.slice(from, at) + spelling(text[at] as string);
    from = at + 1;
  } while (special.test(text));
  return escaped + text.slice(from);
}
