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
  return body instanceof ReadableStream ? (body as ReadableStream<Uint8Array>) : toStream(body);
}

/** A stream that pulls as it is read. Why not `ReadableStream.from`: not every runtime has it. */
function toStream(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
