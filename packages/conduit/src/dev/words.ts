/** A set of the words of a text. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
