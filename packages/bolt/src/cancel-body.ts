/** Tells a stream that nobody will read it (further). */
export function cancelBody(body: AsyncIterable<Uint8Array>): void {
  body[Symbol.asyncIterator]()
    .return?.()
    .then(undefined, () => {});
}
