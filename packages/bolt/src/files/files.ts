import { realpathSync, statSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Data, Handler } from "../api.ts";
import { boltError } from "../errors.ts";
import { type FilesOptions, sendFile } from "./send-file.ts";

/**
 * A handler that serves the files of a folder:
 * `app.get("/assets/*path", files(new URL("../public/", import.meta.url)))`.
 * Folders, dotfiles, names with a backslash, colon or NUL, and everything that leads out of the folder answer 404.
 *
 * @param dir the folder; the wildcard of the pattern must be called `path`.
 * @throws WATT_BOLT_FILES_ROOT at registration when there is no such folder
 */
export function files(dir: string | URL, options: FilesOptions = {}): Handler<{ readonly path: string }> {
  const root = resolveRoot(dir, "folder");
  return async (c) => {
    const path = await resolveInside(root, c.params.path);
    const data = path === undefined ? undefined : await sendFile(c, path, options);
    if (data === undefined) throw boltError("WATT_BOLT_NOT_FOUND", { path: c.path });
    return data;
  };
}

/**
 * A handler that serves one file: `app.get("/favicon.ico", file(new URL("../public/favicon.ico", import.meta.url)))`.
 *
 * @throws WATT_BOLT_FILES_ROOT at registration when there is no such file
 */
export function file(path: string | URL, options: FilesOptions = {}): Handler<unknown> {
  const real = resolveRoot(path, "file");
  return async (c): Promise<Data> => {
    const data = await sendFile(c, real, options);
    if (data === undefined) throw boltError("WATT_BOLT_NOT_FOUND", { path: c.path });
    return data;
  };
}

function resolveRoot(place: string | URL, kind: "folder" | "file"): string {
  const path = typeof place === "string" ? place : fileURLToPath(place);
  let reason = `it is not a ${kind}`;
  try {
    const stats = statSync(path);
    if (kind === "folder" ? stats.isDirectory() : stats.isFile()) return realpathSync(path);
  } catch (error) {
    reason = (error as NodeJS.ErrnoException).code ?? String(error);
  }
  throw boltError("WATT_BOLT_FILES_ROOT", { path, reason });
}

/** The real path of a file under the root, or `undefined`. Symbolic links count by where they lead. */
async function resolveInside(root: string, path: string): Promise<string | undefined> {
  if (!path.split("/").every(isPlainName)) return undefined;
  const real = await realpath(join(root, path)).catch(() => undefined);
  const inside = root.endsWith(sep) ? root : root + sep;
  return real?.startsWith(inside) ? real : undefined;
}

/** Neither empty, nor a dotfile or a way up, nor anything that means more than a name on some system. */
function isPlainName(segment: string): boolean {
  return segment !== "" && !segment.startsWith(".") && !/[\\:\0]/.test(segment);
}
