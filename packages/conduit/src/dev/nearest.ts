/** Letters that a typing mistake may change, by the length of the word. */
const MISTAKES = 3;

/** The name with the fewest letters to change, add or drop, unless that is more than a third of them. O(names · letters²). */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.floor(word.length / MISTAKES) + 1;
  for (const name of names) {
    const steps = distance(word, name);
    if (steps < least) [best, least] = [name, steps];
  }
  return best;
}

/** @see https://en.wikipedia.org/wiki/Levenshtein_distance */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, changed));
    }
    row = next;
  }
  return row[b.length]!;
}
