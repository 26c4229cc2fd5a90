const validName = /^(?:--[\w-]+|-?[a-z][a-z-]*)$/i;

/** Whether a property's name is one: a word with hyphens, or a custom one. */
export function isCssName(name: string): boolean {
  return validName.test(name);
}

/**
 * Functions that compute a value. All others are refused: `url`, `image`, `image-set`, `src`, `cross-fade` and `paint` fetch or run
 * something, `attr` and `element` read the page.
 */
const functions = new Set(
  (
    "abs acos anchor anchor-size asin atan atan2 blur brightness calc calc-size circle clamp color color-mix conic-gradient contrast " +
    "cos counter counters cubic-bezier drop-shadow ellipse env exp fit-content grayscale hsl hsla hue-rotate hwb hypot " +
    "inset invert lab lch light-dark linear linear-gradient log matrix matrix3d max min minmax mod oklab oklch opacity " +
    "path perspective polygon pow radial-gradient ray rect rem repeat repeating-conic-gradient repeating-linear-gradient " +
    "repeating-radial-gradient rgb rgba rotate rotate3d rotatex rotatey rotatez round saturate scale scale3d scalex scaley " +
    "scalez scroll sepia shape sign sin skew skewx skewy sqrt steps symbols tan translate translate3d translatex translatey " +
    "translatez var view xywh"
  ).split(" "),
);

// A token of a value: a quoted text without line ends and escapes, a name that opens a bracket, a closing bracket, a name, or
// what neither ends a declaration nor begins a comment.
const token =
  /"[^"\\\n\r\f<]*"|'[^'\\\n\r\f<]*'|[-\w\u0080-\uffff]*[([]|[)\]]|[-\w\u0080-\uffff]+|[#%.,+*~=>|&?^$ \t]+|\/(?!\*)/y;

const pairs: Readonly<Record<string, string>> = { "(": ")", "[": "]" };

// Why no pattern: white space before an end is looked at again and again.
function withoutImportance(value: string): string {
  const text = value.trimEnd();
  const start = text.length - "!important".length;
  return start >= 0 && text.slice(start).toLowerCase() === "!important" ? text.slice(0, start).trimEnd() : value;
}

/**
 * Whether a CSS value stays inside of its declaration, and neither fetches nor runs anything: no `;`, braces, backslashes,
 * comments or `<`, quotes and brackets in pairs, and functions of a list. `!important` may end it. O(length).
 *
 * @see https://drafts.csswg.org/css-syntax-3/#consume-declaration
 */
export function isSafeCssValue(value: string): boolean {
  const text = withoutImportance(value);
  const open: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const found = token.exec(text)?.[0];
    if (found === undefined) return false;
    const last = found.at(-1) as string;
    const quoted = found[0] === '"' || found[0] === "'";
    if (quoted) continue;
    if (last === ")" || last === "]") {
      if (open.pop() !== last) return false;
    } else if (pairs[last] !== undefined) {
      const name = found.slice(0, -1).toLowerCase();
      if (last === "(" ? name !== "" && !functions.has(name) : name !== "") return false;
      open.push(pairs[last]);
    }
  }
  return open.length === 0;
}
