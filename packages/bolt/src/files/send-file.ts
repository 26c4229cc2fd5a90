import { constants, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Context, Data } from "../api.ts";
import { STREAM_ANSWER, type StreamAnswer } from "../internals.ts";
import { contentType } from "./content-type.ts";

/** Options of `files` and `file`. */
export interface FilesOptions {
  /** Seconds for which a browser need not ask again. @defaultValue 0 */
  readonly maxAge?: number;
  /** The content at an address never changes, as with a hash in the name: kept for a year. @defaultValue false */
  readonly immutable?: boolean;
}

/** Read and sent in pieces of this many bytes. */
const CHUNK = 64 * 1024;
// Why NOFOLLOW: the path was resolved before, so a link here has been put there since. Windows has no such flag.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/**
 * Answers with a file, or with 304 when the client has it.
 *
 * @param path a real path, without links.
 * @returns `undefined` when there is no such file.
 */
export async function sendFile(c: Context<unknown>, path: string, options: FilesOptions): Promise<Data> {
  const handle = await open(path, FLAGS).catch(() => undefined);
  if (handle === undefined) return undefined;
  let kept = false;
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return undefined;
    setHeaders(c, path, stats, options);
    if (isFresh(c, stats)) {
      c.status(304);
      return null;
    }
    if (c.method === "HEAD") return streamAnswer(stats.size, null);
    if (stats.size > CHUNK) {
      kept = true;
      return streamAnswer(stats.size, new FilePieces(handle, stats.size));
    }
    return await readAll(handle, stats.size);
  } finally {
    if (!kept) await handle.close();
  }
}

function setHeaders(c: Context<unknown>, path: string, stats: Stats, options: FilesOptions): void {
  const { maxAge = 0, immutable = false } = options;
  c.header("Content-Type", contentType(path));
  c.header("X-Content-Type-Options", "nosniff");
  c.header("ETag", entityTag(stats));
  c.header("Last-Modified", new Date(stats.mtimeMs).toUTCString());
  if (immutable) c.header("Cache-Control", "public, max-age=31536000, immutable");
  else c.header("Cache-Control", maxAge > 0 ? `public, max-age=${maxAge}` : "no-cache");
}

// Strong enough: size and time of change to a fraction of a millisecond; wrong only if a file changes twice within it.
function entityTag({ size, mtimeMs }: Stats): string {
  return `"${size.toString(36)}-${Math.round(mtimeMs * 1000).toString(36)}"`;
}

/** If-None-Match decides where it is sent; If-Modified-Since counts without it only. */
function isFresh(c: Context<unknown>, stats: Stats): boolean {
  const tags = c.headers.get("if-none-match");
  if (tags !== null) {
    const own = entityTag(stats);
    return tags.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === own);
  }
  const since = Date.parse(c.headers.get("if-modified-since") ?? "");
  return Number.isFinite(since) && Math.floor(stats.mtimeMs / 1000) * 1000 <= since;
}

function streamAnswer(length: number, body: AsyncIterable<Uint8Array> | null): StreamAnswer {
  return { [STREAM_ANSWER]: true, length, body };
}

async function readAll(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await handle.read(bytes, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}

/**
 * A file in pieces, never more than `size` bytes, which is what Content-Length says; a file that shrank is an error.
 * Why not a generator: one that was never started does not run its `finally`, and the file would stay open.
 */
class FilePieces implements AsyncIterableIterator<Uint8Array> {
  readonly #handle: FileHandle;
  readonly #size: number;
  #at = 0;

  constructor(handle: FileHandle, size: number) {
    this.#handle = handle;
    this.#size = size;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    const left = this.#size - this.#at;
    if (left === 0) return this.return();
    const buffer = new Uint8Array(Math.min(CHUNK, left));
    const read = await this.#handle.read(buffer, 0, buffer.byteLength, this.#at).catch(() => undefined);
    if (read === undefined || read.bytesRead === 0) {
      await this.return();
      throw new Error("The file could not be read to its end.");
    }
    this.#at += read.bytesRead;
    return { done: false, value: buffer.subarray(0, read.bytesRead) };
  }

  async return(): Promise<IteratorResult<Uint8Array, undefined>> {
    await this.#handle.close();
    return { done: true, value: undefined };
  }
}
