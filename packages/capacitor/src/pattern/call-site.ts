import { Place } from "./place.ts";

const UNKNOWN = new Place("unknown", -1);
// With a function name the place stands in parentheses, without one it does not.
const FRAME = /^\s*at (?:.*? \((.+):(\d+):\d+\)|(?:async )?(.+):(\d+):\d+)$/m;

/** V8's description of a frame. */
interface CallSite {
  getFileName(): string | null | undefined;
  getLineNumber(): number | null;
}

/** What V8 adds to `Error`, and other engines in part. */
const ErrorWithStack = Error as unknown as {
  stackTraceLimit: number;
  prepareStackTrace: ((error: unknown, sites: readonly CallSite[]) => unknown) | undefined;
  captureStackTrace(holder: object, below: unknown): void;
};

// The file of the last call, since routes come in rows.
let last: { readonly file: string; readonly path: string } = { file: "", path: "" };

/**
 * Where `below` was called from, as `file:line`, or `unknown` when the engine does not say.
 *
 * A framework that registers routes for its users passes its own registering function, so that the frame outside of it
 * is found: `router.add(method, pattern, value, callSite(app.get))`. Captures a single
 * frame, which still takes some microseconds: for registration only.
 *
 * @param below the function whose caller is wanted; it must be on the stack.
 */
export function callSite(below: (...values: never[]) => unknown): string {
  return String(callPlace(below));
}

/** `callSite`, before it is put together: the file is the same text for all calls from it, so it is hashed once. */
export function callPlace(below: (...values: never[]) => unknown): Place {
  const { stackTraceLimit, prepareStackTrace } = ErrorWithStack;
  const holder: { stack?: unknown } = {};
  try {
    // Why: the frames above `below` do not count, so one is enough, and the usual ten cost several times as much.
    ErrorWithStack.stackTraceLimit = 1;
    // Why: asking the frame is less than reading the text of a stack (measured: 4 µs a call instead of 6). Where somebody
    // maps stacks to sources, the text is the only thing that says where it is.
    if (!mapsStacks(prepareStackTrace)) ErrorWithStack.prepareStackTrace = (_, sites) => sites[0];
    ErrorWithStack.captureStackTrace(holder, below);
    const { stack } = holder;
    return typeof stack === "string" ? position(stack) : placeOf(stack as CallSite | undefined);
  } catch {
    return UNKNOWN;
  } finally {
    ErrorWithStack.stackTraceLimit = stackTraceLimit;
    ErrorWithStack.prepareStackTrace = prepareStackTrace;
  }
}

function placeOf(site: CallSite | undefined): Place {
  const file = site?.getFileName();
  return file == null ? UNKNOWN : new Place(filePath(file), site?.getLineNumber() ?? -1);
}

// Node has a handler of its own, which maps with `--enable-source-maps` only.
function mapsStacks(prepare: { readonly name: string } | undefined): boolean {
  const { process } = globalThis as { process?: { readonly sourceMapsEnabled?: boolean } };
  return process?.sourceMapsEnabled === true || (prepare !== undefined && prepare.name !== "ErrorPrepareStackTrace");
}

function position(stack: string): Place {
  const [, named, namedLine, bare, bareLine] = FRAME.exec(stack) ?? [];
  const file = named ?? bare;
  return file === undefined ? UNKNOWN : new Place(filePath(file), Number(namedLine ?? bareLine));
}

function filePath(file: string): string {
  if (!file.startsWith("file://")) return file;
  if (file !== last.file) {
    // "/C:/app/x.ts" is how a URL spells a Windows path.
    const path = decodeURIComponent(new URL(file).pathname).replace(/^\/(?=[A-Za-z]:\/)/, "");
    last = { file, path };
  }
  return last.path;
}
