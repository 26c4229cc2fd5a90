import type { RequestView } from "./api.ts";
import { boltError } from "./errors.ts";

/** A web `Request` as adapters show it. */
export class WebView implements RequestView {
  readonly method: string;
  readonly target: string;
  readonly origin: string;
  readonly #request: Request;

  constructor(request: Request) {
    const { url } = request;
    const start = url.indexOf("/", url.indexOf("://") + 3);
    const hash = url.indexOf("#", start);
    this.method = request.method;
    this.origin = url.slice(0, start);
    this.target = hash === -1 ? url.slice(start) : url.slice(start, hash);
    this.#request = request;
  }

  get signal(): AbortSignal {
    return this.#request.signal;
  }

  header(name: string): string | null {
    return this.#request.headers.get(name);
  }

  async read(limit: number): Promise<Uint8Array> {
    const declared = Number(this.header("content-length") ?? 0);
    const { body } = this.#request;
    if (declared > limit) {
      await body?.cancel().catch(() => {});
      throw boltError("WATT_BOLT_BODY_TOO_LARGE", { limit });
    }
    if (body === null) return new Uint8Array(0);
    return readStream(body, limit);
  }
}

async function readStream(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    // Leaving the loop cancels the stream.
    for await (const chunk of body) {
      length += chunk.byteLength;
      if (length > limit) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw boltError("WATT_BOLT_BODY_ABORTED", {}, { cause });
  }
  if (length > limit) throw boltError("WATT_BOLT_BODY_TOO_LARGE", { limit });
  return join(chunks, length);
}

/** Joins chunks; a single one is given back as it is. */
export function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
