// Interning by a list: a text is the bytes that TextEncoder makes of it.

export class NaiveInterner {
  readonly texts: Uint8Array[] = [];
  readonly maxIds: number;
  readonly maxBytes: number;

  constructor(maxIds: number, maxBytes: number) {
    this.maxIds = maxIds;
    this.maxBytes = maxBytes;
  }

  find(text: string | Uint8Array): number {
    const bytes = toBytes(text);
    return this.texts.findIndex((known) => Buffer.compare(known, bytes) === 0);
  }

  intern(text: string | Uint8Array): number {
    const known = this.find(text);
    const used = this.texts.reduce((sum, bytes) => sum + bytes.length, 0);
    const bytes = toBytes(text);
    if (known !== -1 || this.texts.length === this.maxIds || used + bytes.length > this.maxBytes) return known;
    return this.texts.push(bytes.slice()) - 1;
  }
}

function toBytes(text: string | Uint8Array): Uint8Array {
  return typeof text === "string" ? new TextEncoder().encode(text) : text;
}
