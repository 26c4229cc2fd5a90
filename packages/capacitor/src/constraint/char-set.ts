/** Characters of a canonical path: index is the code, 1 means that it is in the set. Canonical paths are ASCII. */
export type CharSet = Uint8Array;

export const ASCII = 128;

/** A set of single characters and ranges: `charSet("a-z", "_")`. */
export function charSet(...ranges: readonly string[]): CharSet {
  const set = new Uint8Array(ASCII);
  for (const range of ranges) {
    const first = range.charCodeAt(0);
    const last = range.length === 3 && range[1] === "-" ? range.charCodeAt(2) : first;
    set.fill(1, first, last + 1);
  }
  return set;
}

/** What is in one of the sets. */
export function union(sets: readonly CharSet[]): CharSet {
  const all = new Uint8Array(ASCII);
  for (const set of sets)
    for (let code = 0; code < ASCII; code++) all[code] = (all[code] as number) | (set[code] as number);
  return all;
}

/** The set in lower case: with each upper-case letter its lower-case one instead. */
export function lowerCase(set: CharSet): CharSet {
  const lower = new Uint8Array(ASCII);
  for (let code = 0; code < ASCII; code++) {
    if (set[code] === 1) lower[String.fromCharCode(code).toLowerCase().charCodeAt(0)] = 1;
  }
  return lower;
}
