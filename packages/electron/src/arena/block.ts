/** A piece of an arena: levels from `origin` up to `end` lie in `buffer`, which begins at `origin`. */
export interface Block {
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  readonly origin: number;
  readonly end: number;
}

/** A typed array that can show a piece of a block. */
export interface View<T> {
  new (buffer: ArrayBuffer | SharedArrayBuffer, offset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}
