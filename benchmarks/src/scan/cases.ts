import { createSpace, ESCAPE_GROWTH, ESCAPE_SLACK, type Space } from "@watt/electron";
import type { Case, Inputs, Random } from "../api.ts";
import { integer } from "../frame/random.ts";
import { type NativeBuffer, nativeBuffer } from "./native-buffer.ts";

export type ScanWork = "scan" | "escape" | "escape string";

export interface ScanCase extends Case {
  readonly work: ScanWork;
  readonly bytes: number;
  /** Share of characters that are special. */
  readonly specials: number;
}

/** The same letters as bytes in the space and as a string. */
export interface Letters {
  text: string;
  readonly start: number;
  readonly end: number;
  readonly buffer: Buffer;
}

const DIRTY = 0.1;

export const cases: readonly ScanCase[] = [
  scanCase("scan", 64, 0),
  scanCase("scan", 1_024, 0),
  scanCase("scan", 65_536, 0),
  scanCase("escape", 1_024, 0),
  scanCase("escape", 65_536, 0),
  scanCase("escape", 1_024, DIRTY),
  scanCase("escape string", 64, DIRTY),
  scanCase("escape string", 1_024, 0),
  scanCase("escape string", 1_024, DIRTY),
  scanCase("escape string", 16_384, DIRTY),
];

function scanCase(work: ScanWork, bytes: number, specials: number): ScanCase {
  const share = work === "scan" ? "" : specials === 0 ? " clean" : ` ${specials * 100} %`;
  return { name: `${work}/${bytes}${share}`, group: work, work, bytes, specials };
}

const COUNT = 1_024;
const DISTINCT_BYTES = 1 << 18;
const LARGEST = 65_536;
const WORDS = "The quick brown fox jumps over a lazy dog. ";
const SPECIALS = "&<>\"'";

/** Letters in its first part, room for what strings are written to, room for output. */
export const space: Space = createSpace({
  bytes: DISTINCT_BYTES + LARGEST + ESCAPE_GROWTH * LARGEST + ESCAPE_SLACK,
});
/** Where strings are written to. */
export const INPUT: number = DISTINCT_BYTES;
export const OUTPUT: number = DISTINCT_BYTES + LARGEST;
export const memory: NativeBuffer = nativeBuffer(space.buffer);

export function letters({ work, bytes, specials }: ScanCase, random: Random): Inputs<Letters> {
  const distinct = Math.min(COUNT, DISTINCT_BYTES / bytes);
  const texts = Array.from({ length: distinct }, () => write(bytes, specials, random));
  texts.forEach((text, i) => memory.latin1Write(text, i * bytes));
  const list = Array.from({ length: COUNT }, (_, i) => {
    const start = (i % distinct) * bytes;
    const end = start + bytes;
    return { text: texts[i % distinct] as string, start, end, buffer: memory.subarray(start, end) };
  });
  const expected = (index: number): unknown => (work === "scan" ? -1 : spell(texts[index % distinct] as string));
  return { list, batch: bytes > 4_096 ? 64 : COUNT, expected };
}

function write(length: number, specials: number, random: Random): string {
  const from = integer(random, 0, WORDS.length);
  let text = "";
  for (let i = 0; i < length; i++) {
    const isSpecial = random() < specials;
    text += isSpecial ? SPECIALS[integer(random, 0, SPECIALS.length)] : WORDS[(from + i) % WORDS.length];
  }
  // Through bytes: a string that was put together letter by letter is a rope.
  return Buffer.from(text, "latin1").toString("latin1");
}

const SPELLINGS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
};

function spell(text: string): string {
  return [...text].map((letter) => SPELLINGS[letter] ?? letter).join("");
}
