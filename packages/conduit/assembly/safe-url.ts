/**
 * Whether a URL may be written: it has no scheme, or one of http, https, mailto and tel. The twin of src/escape/url.ts, where
 * it is explained. Only ASCII decides, so bytes of UTF-8 do as well as letters.
 */
export function isSafeUrl(start: usize, end: usize): bool {
  while (start < end && load<u8>(start) <= 0x20) start++;
  for (let at = start; at < end; at++) {
    const byte: u32 = load<u8>(at);
    if (byte == 0x2f || byte == 0x3f || byte == 0x23) return true;
    if (byte == 0x3a) return isAllowed(start, at - start);
  }
  return true;
}

// Letters in lower case, as words: the first four or the first, and the rest.
function isAllowed(at: usize, length: usize): bool {
  if (length == 3) return (load<u32>(at) & 0xffffff | 0x202020) == 0x6c6574; // tel
  if (length < 4) return false;
  const first = load<u32>(at) | 0x20202020;
  if (length == 4) return first == 0x70747468; // http
  if (length == 5) return first == 0x70747468 && (<u32>load<u8>(at, 4) | 0x20) == 0x73; // https
  return length == 6 && first == 0x6c69616d && (<u32>load<u16>(at, 4) | 0x2020) == 0x6f74; // mailto
}
