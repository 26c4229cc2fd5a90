import type { Frame } from "./frame.ts";
import { placeOf, userFramesHere } from "./trace.ts";

/** What dev mode adds to an error. */
export interface Explained {
  /** Where the program made the call: `src/card.ts:12:5`. */
  readonly source: string;
  /** The named functions that were being called, the innermost first: components, for the most part. */
  readonly components: readonly string[];
}

/** An element by where it was made: `<p> in Card at src/card.ts:12:5`. */
export function whereMade({ tag, made }: { readonly tag: string; readonly made: () => Frame | undefined }): string {
  const frame = made();
  return frame === undefined ? `<${tag}>` : `<${tag}> ${where(frame)}`;
}

const where = (frame: Frame): string => `${frame.name === "" ? "" : `in ${frame.name} `}at ${placeOf(frame)}`;

/**
 * Tells an error where it comes from: a line in its message for each party (else for the call), `source` and `components`, and a
 * stack of the program's own calls. Where engines keep no stack it only names the parties. Returns the error.
 */
export function explain(error: Error, parties: readonly string[] = []): Error {
  const frames = userFramesHere();
  const [call] = frames;
  if (call === undefined) return tell(error, parties);
  const added: Explained = {
    source: placeOf(call),
    components: frames.map(({ name }) => name).filter((name) => name !== ""),
  };
  for (const [name, value] of Object.entries(added)) define(error, name, value);
  // V8's stacks begin with the message, the others' do not.
  const head = call.text.trimStart().startsWith("at ") ? `${error.name}: ${error.message}\n` : "";
  define(error, "stack", head + frames.map(({ text }) => text).join("\n"));
  return tell(error, parties.length > 0 ? parties : [where(call)]);
}

/** Adds lines to an error's message, which its stack may begin with. Returns the error. */
export function tell(error: Error, lines: readonly string[]): Error {
  const { message, stack } = error;
  error.message = [message, ...lines].join("\n  ");
  if (stack !== undefined) define(error, "stack", stack.split(message).join(error.message));
  return error;
}

// Not enumerable, or it would be printed once more after the stack.
function define(error: Error, name: string, value: unknown): void {
  Object.defineProperty(error, name, { value, enumerable: false, configurable: true, writable: true });
}
