/** A call, of a stack that an engine wrote down. */
export interface Frame {
  /** Name of the function that made the call; empty when it has none. */
  readonly name: string;
  /** Path or address of the file, with `/` between its parts. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The line of the stack. */
  readonly text: string;
}

// `    at Card (file:///a.ts:1:2)`, and of code that was made by eval the place of that
const v8Named = /^\s*at (.+?) \((?:eval at [^(]*\()?(.+?):(\d+):(\d+)\)/;
// `    at file:///a.ts:1:2`
const v8 = /^\s*at (?:async )?()(.+?):(\d+):(\d+)$/;
// `Card@http://a/a.ts:1:2`, `@http://a/a.ts:1:2`, `http://a/a.ts:1:2`
const others = /^(?:((?:(?!:\/\/)[^@])*)@)?(.+?):(\d+):(\d+)$/;

/**
 * The calls of a stack, the innermost first: as V8 (Node, Deno, Chromium) and Bun write it, as SpiderMonkey and as JavaScriptCore do.
 * Calls of native code are left out, as they have no place. O(length).
 */
export function framesOf(stack: string): Frame[] {
  return stack.split("\n").flatMap((text) => {
    const found = v8Named.exec(text) ?? v8.exec(text) ?? others.exec(text);
    if (found === null) return [];
    const [, name = "", file = "", line, column] = found;
    return [{ name: plainName(name), file: plainFile(file), line: Number(line), column: Number(column), text }];
  });
}

/** `async Object.Card [as view]` is `Card`; so is `Card/<`, which is how SpiderMonkey calls a function inside of it. */
function plainName(name: string): string {
  const full = name
    .replace(/^(?:async[ *]|new )+/, "")
    .replace(/ \[as .*$/, "")
    .replace(/[/<]+$/, "");
  const parts = full.split(/[./]/);
  const last = parts.at(-1) ?? "";
  if (/^(?:<?anonymous>?|(?:module|global|eval) code)?$/.test(last)) return "";
  // V8 calls a function by a property that it stands near, `div.role`: of those only what looks like a component is believed.
  const isGuess = parts.length > 1 && /^[a-z]/.test(full) && !/^[A-Z]/.test(last);
  return isGuess ? "" : last;
}

/** Without the scheme of files, and without what a server that develops adds to addresses. */
function plainFile(file: string): string {
  const path = file.replace(/[?#].*$/, "");
  const local = path.startsWith("file://") ? decodeURI(path.slice("file://".length)) : path;
  return local.replaceAll("\\", "/").replace(/^\/(?=[a-z]:)/i, "");
}
