import { HEAD_BYTES } from "./layout.ts";

/** An image as it is read: see `layout.ts`. */
export interface Image {
  readonly words: Int32Array;
  readonly halves: Uint16Array;
  readonly bytes: Uint8Array;
}

/** Views of the image that begins at a buffer's byte `at`, a multiple of 4. O(1). */
export function openImage(buffer: ArrayBufferLike, at: number = 0): Image {
  const [length] = new Int32Array(buffer, at + 4 * HEAD_BYTES, 1) as unknown as [number];
  return {
    words: new Int32Array(buffer, at, length >> 2),
    halves: new Uint16Array(buffer, at, length >> 1),
    bytes: new Uint8Array(buffer, at, length),
  };
}
