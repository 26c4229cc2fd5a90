import { type Frame, framesOf } from "./frame.ts";

/** Calls that are looked at for the place of an element, and for an error. */
const NEAR = 10;
const FAR = 100;

const engines = Error as { stackTraceLimit?: number };

/** The stack as it is now. Its text is made when it is read: most are never. */
export function here(limit: typeof NEAR | typeof FAR = NEAR): Error {
  const before = engines.stackTraceLimit;
  engines.stackTraceLimit = limit;
  const error = new Error();
  if (before === undefined) delete engines.stackTraceLimit;
  else engines.stackTraceLimit = before;
  return error;
}

/** All calls up to here that are the program's own, the innermost first. */
export function userFramesHere(): Frame[] {
  return userFrames(here(FAR));
}

// Where this package lies: the folder of what was built, or that of the sources.
const own = (framesOf(here().stack ?? "")[0]?.file ?? "").replace(/(?:dev\/)?[^/]*$/, "");
const foreign = /^(?:node|bun|ext|deno|internal|native|wasm|webpack-internal):|^<|^\[|(?:^|\/)node_modules\//;

/**
 * The calls of the program itself: neither this package's, nor those of other packages, nor the engine's. When a bundler has put
 * all into one file, nobody can tell them apart: then all calls of files.
 */
export function userFrames({ stack = "" }: Error): Frame[] {
  const frames = framesOf(stack).filter(({ file }) => !foreign.test(file));
  const others = frames.filter(({ file }) => !file.startsWith(own));
  return others.length > 0 ? others : frames.slice(HOOKS);
}

/** Calls between a place in the program and `here`, when all are in one file: this module's, the inspector's, the builder's two. */
const HOOKS = 4;

/** The folder that paths are told from. */
let root: string | undefined;

/** Sets the folder that paths are told from; without one it is that of the process, or the page's origin. */
export function setRoot(folder: string | undefined): void {
  root = folder;
}

/** `src/card.ts:12:5`: from the root, where the file lies under it. */
export function placeOf({ file, line, column }: Frame): string {
  const folder = root ?? workingFolder();
  const base = folder.replaceAll("\\", "/").replace(/\/?$/, "/");
  const isUnder = folder !== "" && file.startsWith(base);
  return `${isUnder ? file.slice(base.length) : file}:${line}:${column}`;
}

function workingFolder(): string {
  const { process, location } = globalThis as { process?: { cwd?: () => string }; location?: { origin?: string } };
  return process?.cwd?.() ?? location?.origin ?? "";
}
