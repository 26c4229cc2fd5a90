// Naive oracles: what the words say, character by character. Import nothing from src.

const spellings: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
};

export function escapeText(text: string): string {
  return text
    .split("")
    .map((letter) => spellings[letter] ?? letter)
    .join("");
}

export function escapeBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.from(escapeText(Buffer.from(bytes).toString("latin1")), "latin1"));
}

export function firstSpecial(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (String.fromCharCode(bytes[at] ?? 0) in spellings) return at;
  }
  return -1;
}

export function firstSpecialUnit(text: string): number {
  return text.split("").findIndex((unit) => unit in spellings);
}
