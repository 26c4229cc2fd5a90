// How the five are spelled: & and three letters of its class and, where these do not end in one, a semicolon. Lanes 1
// to 3 take from `letters` what `classes` says for the low nibble, lanes 0 and 4 the & and the ; there. `middle` clears
// the nibble in the outer lanes, and class 0 starts at 0.

/**
 * The spelling of a special, `byte` being a vector of it: in the first 5 lanes, or 4 for < and >. In a loop the tables
 * are best kept (see lanes.ts).
 */
// @ts-ignore: decorator
@inline
export function spelling(byte: v128, middle: v128, order: v128, classes: v128, letters: v128): v128 {
  return i8x16.swizzle(letters, i8x16.add(order, i8x16.swizzle(classes, v128.and(byte, middle))));
}

/** By how much the special at `at` grows: 4 for & " ', whose high nibble is 2, and 3 for < >, where it is 3. */
// @ts-ignore: decorator
@inline
export function spellingGrowth(at: usize): usize {
  return 6 - (<usize>load<u8>(at) >> 4);
}

// @ts-ignore: decorator
@inline
export function spellingMiddle(): v128 {
  return i8x16(0, 15, 15, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

// @ts-ignore: decorator
@inline
export function spellingOrder(): v128 {
  return i8x16(15, 0, 1, 2, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

// @ts-ignore: decorator
@inline
export function spellingClasses(): v128 {
  return i8x16(0, 0, 9, 0, 0, 0, 0, 12, 0, 0, 0, 0, 3, 0, 6, 0);
}

/** amp lt; gt; #34 #39 & */
// @ts-ignore: decorator
@inline
export function spellingLetters(): v128 {
  return i8x16(97, 109, 112, 108, 116, 59, 103, 116, 59, 35, 51, 52, 35, 51, 57, 38);
}
