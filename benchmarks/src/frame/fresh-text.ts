/**
 * Makes copies of one-byte strings as an HTTP parser would: new on the heap, with no cached hash and not internalized.
 * A literal or a string that was looked up before has both, which hides the cost of hashing.
 */
export class FreshText {
  readonly #bytes: Buffer;
  readonly #ends: Uint32Array;

  constructor(texts: readonly string[]) {
    this.#bytes = Buffer.from(texts.join(""), "latin1");
    if (this.#bytes.toString("latin1") !== texts.join("")) {
      throw new Error("FreshText holds one-byte strings only (no code unit above 0xFF)");
    }
    this.#ends = new Uint32Array(texts.length);
    let end = 0;
    texts.forEach((text, index) => {
      end += text.length;
      this.#ends[index] = end;
    });
  }

  /** A new string with the characters of text `index`. */
  text(index: number): string {
    const start = index === 0 ? 0 : this.#ends[index - 1];
    return this.#bytes.toString("latin1", start, this.#ends[index]);
  }
}
