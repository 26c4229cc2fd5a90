const UNKNOWN = "unknown";
// With a function name the place stands in parentheses, without one it does not.
const FRAME = /^\s*at (?:.*? \((.+):(\d+):\d+\)|(?:async )?(.+):(\d+):\d+)$/m;

interface StackHolder {
  stack?: unknown;
}

/**
 * Where `below` was called from, as `file:line`, or `unknown` when the engine does not say.
 *
 * A framework that registers routes for its users passes its own registering function, so that the frame outside of it
 * is found: `router.add(method, pattern, value, callSite(app.get))`. Captures a single
 * frame, which still takes tens of microseconds: for registration only.
 *
 * @param below the function whose caller is wanted; it must be on the stack.
 */
export function callSite(below: (...values: never[]) => unknown): string {
  const limit = Error.stackTraceLimit;
  const holder: StackHolder = {};
  try {
    // Why: the frames above `below` do not count, so one is enough, and the usual ten cost several times as much.
    Error.stackTraceLimit = 1;
    Error.captureStackTrace(holder, below);
    return typeof holder.stack === "string" ? position(holder.stack) : UNKNOWN;
  } catch {
    return UNKNOWN;
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function position(stack: string): string {
  const [, named, namedLine, bare, bareLine] = FRAME.exec(stack) ?? [];
  const file = named ?? bare;
  return file === undefined ? UNKNOWN : `${filePath(file)}:${namedLine ?? bareLine}`;
}

function filePath(file: string): string {
  if (!file.startsWith("file://")) return file;
  // "/C:/app/x.ts" is how a URL spells a Windows path.
  return decodeURIComponent(new URL(file).pathname).replace(/^\/(?=[A-Za-z]:\/)/, "");
}
