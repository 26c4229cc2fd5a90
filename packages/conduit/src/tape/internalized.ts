/**
 * The engine's own copy of a string, as literals and property names are. Why: two of them are compared by address;
 * others by a call.
 */
export function internalized(text: string): string {
  return Object.keys({ [text]: 0 })[0]!;
}
