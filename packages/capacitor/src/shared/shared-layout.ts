import { wrongImage } from "../compiled/container.ts";

/**
 * The memory of shared routes. Words that are written by different threads have 64 bytes of their own.
 *
 * ```text
 * head | CURRENT | one line for each reader | slots
 * ```
 *
 * `CURRENT` is the version that readers are to use: which slot it lies in (`version % slots`, slots are few) and which one it
 * is. A reader's word says which version it uses, plus 1; 0 when it uses none. A slot is free when neither names it.
 */
const MAGIC = 0x5354_4157;
const LINE = 16;
const HEAD_SLOTS = 1;
const HEAD_SLOT_BYTES = 2;
const HEAD_READERS = 3;
const CLAIM = 1;
const CURRENT: number = LINE;
const FIRST_READER: number = 2 * LINE;

/** `CURRENT` before anything is published. */
export const NONE = -1;

/** The words of shared routes, and where their slots lie. */
export class SharedLayout {
  readonly memory: SharedArrayBuffer;
  readonly words: Int32Array<SharedArrayBuffer>;
  readonly slots: number;
  readonly slotBytes: number;
  readonly readers: number;

  private constructor(memory: SharedArrayBuffer) {
    this.memory = memory;
    this.words = new Int32Array(memory);
    [, this.slots, this.slotBytes, this.readers] = this.words as unknown as [number, number, number, number];
  }

  /** Makes the memory. Why two slots more than readers: however far behind they are, one is free beside the current one. */
  static create(slotBytes: number, readers: number): SharedLayout {
    const slots = readers + 2;
    const aligned = (slotBytes + 7) & ~7;
    const words = new Int32Array(new SharedArrayBuffer(4 * (FIRST_READER + readers * LINE) + slots * aligned));
    words[HEAD_SLOTS] = slots;
    words[HEAD_SLOT_BYTES] = aligned;
    words[HEAD_READERS] = readers;
    words[CURRENT] = NONE;
    words[0] = MAGIC;
    return new SharedLayout(words.buffer);
  }

  /** The words of memory from another thread; throws WATT_CAPACITOR_IMAGE when it holds something else. */
  static from(memory: SharedArrayBuffer): SharedLayout {
    if (memory.byteLength < 4 * FIRST_READER || new Int32Array(memory, 0, 1)[0] !== MAGIC) {
      throw wrongImage("the memory holds no shared routes");
    }
    return new SharedLayout(memory);
  }

  get currentAt(): number {
    return CURRENT;
  }

  /** The word of a reader's version; the one behind it is 1 when the reader is taken. */
  readerAt(reader: number): number {
    return FIRST_READER + reader * LINE;
  }

  claimAt(reader: number): number {
    return this.readerAt(reader) + CLAIM;
  }

  /** The bytes of a slot. */
  slot(version: number): Uint8Array<SharedArrayBuffer> {
    const at = 4 * this.readerAt(this.readers) + (version % this.slots) * this.slotBytes;
    return new Uint8Array(this.memory, at, this.slotBytes);
  }
}
