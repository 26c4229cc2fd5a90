interface Subtle {
  digest(algorithm: "SHA-384", content: Uint8Array): Promise<ArrayBuffer>;
}

/**
 * The value of an `integrity` attribute for a file: browsers refuse another one. Meant for the start of a program, from the file itself.
 * O(bytes).
 */
export async function integrity(content: Uint8Array | string): Promise<string> {
  const { subtle } = (globalThis as unknown as { crypto: { subtle: Subtle } }).crypto;
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await subtle.digest("SHA-384", bytes));
  return `sha384-${btoa(String.fromCharCode(...digest))}`;
}
