import { htmlSpecials } from "./html-class";
import { LANES } from "./lanes";

// Spellings as little-endian words, so that one store writes one.
const AMP: u64 = 0x3b706d6126; // &amp;
const LT: u64 = 0x3b746c26; // &lt;
const GT: u64 = 0x3b746726; // &gt;
const QUOT: u64 = 0x3b34332326; // &#34;
const APOS: u64 = 0x3b39332326; // &#39;

const PAGE_BYTES: usize = 65536;

/**
 * Copies [start, end) to `out` with the five spelled `&amp; &lt; &gt; &#34; &#39;`; answers the offset after the
 * last byte written. The regions do not overlap, and `out` has room for 5 * (end - start) + 16 bytes.
 *
 * Freestanding: no static data, no state.
 *
 *   for each 16 bytes: store them; for each special among them: store its spelling over it, and the bytes that
 *   follow it after that.
 *
 * Invariants: every store begins at or before the answer, so it ends at most 16 bytes after it; every load begins
 * before `end` and ends within the memory. What a load finds after `end` lands in the slack only.
 */
export function escapeHtml(start: usize, end: usize, out: usize): usize {
  const memoryEnd = <usize>memory.size() * PAGE_BYTES;
  // Room for what writeSpecials loads after a vector.
  const vectorEnd = min(end, memoryEnd - LANES);
  let at = start;
  while (at + LANES <= vectorEnd) {
    const v = v128.load(at);
    const found = htmlSpecials(v);
    v128.store(out, v);
    if (found == 0) {
      at += LANES;
      out += LANES;
      continue;
    }
    const shift = writeSpecials(at, found, out - at);
    at += LANES;
    out = at + shift;
  }
  if (at >= end) return out;
  if (at + 2 * LANES > memoryEnd) return escapeBytes(at, end, out);
  const v = v128.load(at);
  v128.store(out, v);
  // Lanes from `end` on are masked off: they cannot answer.
  const found = htmlSpecials(v) & ((1 << <u32>(end - at)) - 1);
  return end + (found == 0 ? out - at : writeSpecials(at, found, out - at));
}

/**
 * Spells the `found` lanes of the vector at `at`, which has been stored `shift` bytes further on, and stores what
 * follows each anew. Answers the shift of what follows the last one.
 */
function writeSpecials(at: usize, found: u32, shift: usize): usize {
  do {
    const special = at + ctz(found);
    const byte = <u32>load<u8>(special);
    store<u64>(special + shift, spelling(byte));
    shift += spellingLength(byte) - 1;
    v128.store(special + 1 + shift, v128.load(special + 1));
    found &= found - 1;
  } while (found != 0);
  return shift;
}

// The last bytes of a memory, fewer than 32, where a vector could reach past it.
function escapeBytes(start: usize, end: usize, out: usize): usize {
  for (let at = start; at < end; ++at) {
    const byte = <u32>load<u8>(at);
    if (isSpecial(byte)) {
      store<u64>(out, spelling(byte));
      out += spellingLength(byte);
    } else {
      store<u8>(out, byte);
      out += 1;
    }
  }
  return out;
}

function isSpecial(byte: u32): bool {
  return byte == 0x26 || byte == 0x3c || byte == 0x3e || byte == 0x22 || byte == 0x27;
}

// Why selects and not a switch: which special comes next is not predictable.
function spelling(byte: u32): u64 {
  const quotes = select<u64>(QUOT, APOS, byte == 0x22);
  const angles = select<u64>(LT, GT, byte == 0x3c);
  return select<u64>(AMP, select<u64>(angles, quotes, isAngle(byte) != 0), byte == 0x26);
}

function spellingLength(byte: u32): usize {
  return 5 - isAngle(byte);
}

/** 1 for < and >, which alone of the five have bit 4. Not for other bytes. */
function isAngle(byte: u32): usize {
  return (byte >> 4) & 1;
}
