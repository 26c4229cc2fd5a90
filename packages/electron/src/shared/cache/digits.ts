/** The decimal digits of an integer, in ASCII. Why not by TextEncoder: for a few digits that takes longer than all the rest. */
export function digitsOf(integer: number): Uint8Array {
  const text = String(integer);
  const digits = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) digits[i] = text.charCodeAt(i);
  return digits;
}

/** The integer whose `digitsOf` are these, from -(2^53 - 1) to 2^53 - 1; NaN when there is none. */
export function integerOf(digits: Uint8Array): number {
  let text = "";
  // With a sign it has 17 at most.
  for (let i = 0; i < digits.length && i < 18; i++) text += String.fromCharCode(digits[i] as number);
  const integer = Number(text);
  return Number.isSafeInteger(integer) && String(integer) === text ? integer : NaN;
}
