import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const BYTES = 32;

/** The secret that signs form tokens. Made once and kept, so that a page outlives a restart of the server. */
export function loadSecret(folder: string): Uint8Array {
  const path = join(folder, "secret");
  // Written beside and then linked: the file is whole or absent, and of two processes at once one wins.
  const draft = join(folder, `secret.${process.pid}`);
  writeFileSync(draft, randomBytes(BYTES), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path);
}
