// Naive oracle, letter by letter. Imports nothing from src.

const spellings: readonly (readonly [letter: string, spelling: string])[] = [
  ["<", "\\u003c"],
  [">", "\\u003e"],
  ["&", "\\u0026"],
  ["\u2028", "\\u2028"],
  ["\u2029", "\\u2029"],
];

export function escapeScriptText(json: string): string {
  let text = json;
  for (const [letter, spelling] of spellings) text = text.split(letter).join(spelling);
  return text;
}

/** On bytes that need not be UTF-8: each byte is a letter here, and a separator three of them. */
export function escapeScriptBytes(bytes: Uint8Array): Uint8Array {
  let text = Buffer.from(bytes).toString("latin1");
  for (const [letter, spelling] of spellings) {
    text = text.split(Buffer.from(letter).toString("latin1")).join(spelling);
  }
  return new Uint8Array(Buffer.from(text, "latin1"));
}
