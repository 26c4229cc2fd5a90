import type { Html } from "../api.ts";
import type { Chunks } from "./chunks.ts";
import type { HeadEntry, RenderState, ShellHead } from "./late.ts";

/**
 * What stands in the head when other parts of the page want something there: the shell's own first, each key once, where it stood
 * first, as it was given last. `undefined` when what was written is right.
 */
export function headEntries({ shell, headEntries }: RenderState): Html[] | undefined {
  if (shell === undefined || headEntries === undefined) return undefined;
  const byKey = new Map<unknown, HeadEntry>();
  for (const entry of [...shell.entries, ...headEntries]) byKey.set(entry.key ?? entry.html, entry);
  return [...byKey.values()].map(({ html }) => html);
}

/** The output, all of which was taken away, with these bytes in its head: of equal ones the first. */
export function withHead(output: Chunks, { shell }: RenderState, entries: readonly Uint8Array[]): Uint8Array {
  const { from, to } = shell as ShellHead;
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const all = new Set(entries.map((bytes) => decoder.decode(bytes)));
  return output.joinWith(output.start, from, to, new TextEncoder().encode([...all].join("")));
}
