import type { Answer } from "./api.ts";

/** An answer as a web `Response`. The answer must own its bytes. */
export function toResponse(answer: Answer): Response {
  const headers = new Headers();
  for (let i = 0; i < answer.headers.length; i += 2) {
    headers.append(answer.headers[i] as string, answer.headers[i + 1] as string);
  }
  return new Response(toBody(answer), { status: answer.status, headers });
}

function toBody({ body }: Answer): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null {
  if (body === null || body instanceof Uint8Array) return body as Uint8Array<ArrayBuffer> | null;
  return body instanceof ReadableStream ? (body as ReadableStream<Uint8Array>) : ReadableStream.from(body);
}
