/**
 * Where the caller of a function stands, as `file:line`.
 *
 * @param callee frames from this function on are skipped.
 * @returns `undefined` where the engine does not say.
 */
export function callSource(callee: (...values: never[]) => unknown): string | undefined {
  const holder: { stack?: string } = {};
  if (typeof Error.captureStackTrace !== "function") return undefined;
  Error.captureStackTrace(holder, callee);
  const frame = holder.stack?.split("\n").find((line) => line.trimStart().startsWith("at "));
  const match = frame === undefined ? null : /\(?(?:file:\/\/)?([^()\s]+):(\d+):\d+\)?$/.exec(frame);
  return match === null ? undefined : `${match[1]}:${match[2]}`;
}
