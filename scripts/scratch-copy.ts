import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** The repository's root folder. */
export const root: string = join(import.meta.dirname, "..");

const LEFT_OUT = new Set(["node_modules", ".git", ".turbo", "dist", "build", "coverage"]);

/** Copies the repository's sources, without what is installed or built, into a folder of its own. */
export function scratchCopy(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "watt-copy-"));
  cpSync(root, folder, { recursive: true, filter: (source) => !LEFT_OUT.has(basename(source)) });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
