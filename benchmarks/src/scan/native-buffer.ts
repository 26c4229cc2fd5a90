/** Methods that every Buffer of Node has and its types leave out: the native calls below `write` and `toString`. */
export interface NativeBuffer extends Buffer {
  latin1Write(text: string, offset: number): number;
  utf8Write(text: string, offset: number): number;
  latin1Slice(start: number, end: number): string;
}

export function nativeBuffer(memory: ArrayBuffer): NativeBuffer {
  return Buffer.from(memory) as NativeBuffer;
}
