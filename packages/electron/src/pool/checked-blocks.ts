import { type Allocation, describeAllocation } from "../check/allocation.ts";
import { Ledger } from "../check/ledger.ts";
import { checkPoison, writePoison } from "../check/paint.ts";
import { type CommonErrorCode, electronError } from "../errors.ts";

/** Stands where the next header will be, behind the last block. */
const FENCE = 0x2e2e_2e2e;
const HEADER_BYTES = 8;

interface Block {
  readonly room: number;
  readonly allocation: Allocation;
}

/**
 * Checked mode of `SizeClasses`. Poisons freed blocks and the room beyond what was asked for, and looks whether they
 * and the headers are as they were left. Changes neither what fits nor where it lies. Development only.
 */
export class CheckedBlocks {
  readonly ledger: Ledger;
  readonly #owner: string;
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;
  readonly #isState: (word: number) => boolean;
  // By offset, the freed ones too: the ledger forgets those in time.
  readonly #blocks = new Map<number, Block>();

  constructor(owner: string, words: Int32Array, isState: (word: number) => boolean) {
    this.ledger = new Ledger(owner);
    this.#owner = owner;
    this.#words = words;
    this.#bytes = new Uint8Array(words.buffer);
    this.#isState = isState;
  }

  /** A block of `room` bytes is about to be given out: its header is not yet written. */
  take(offset: number, bytes: number, room: number, name: string | undefined): void {
    const last = this.#blocks.get(offset);
    if (last === undefined) {
      this.#expectIntact(offset);
      this.#words[(offset + room - this.#words.byteOffset) >> 2] = FENCE;
    } else if (checkPoison(this.#bytes, offset, offset + room) !== -1) {
      // Told once.
      writePoison(this.#bytes, offset, offset + room);
      throw this.#error("WATT_ELECTRON_USE_AFTER_RELEASE", last);
    }
    this.#blocks.set(offset, { room, allocation: this.ledger.take(offset, bytes, offset, name) });
    writePoison(this.#bytes, offset + bytes, offset + room);
  }

  /** A block is about to be freed. */
  release(offset: number): void {
    const block = this.#blocks.get(offset);
    if (block !== undefined && this.ledger.find(offset) !== undefined) {
      const { bytes } = block.allocation;
      this.#expectIntact(offset);
      const end = offset + block.room;
      if (checkPoison(this.#bytes, offset + bytes, end) !== -1) throw this.#error("WATT_ELECTRON_OVERRUN", block);
      this.#expectIntact(end + HEADER_BYTES);
    }
    this.ledger.release(offset);
    if (block !== undefined) writePoison(this.#bytes, offset, offset + block.room);
  }

  /** All blocks are about to be forgotten. */
  reset(): void {
    for (const offset of this.#blocks.keys()) if (this.ledger.find(offset) !== undefined) this.ledger.release(offset);
    this.#blocks.clear();
  }

  // What stands in front of `offset` is a header or the fence, else the block before was written beyond its end.
  #expectIntact(offset: number): void {
    const state = this.#words[(offset - HEADER_BYTES - this.#words.byteOffset) >> 2];
    if (state === undefined || state === FENCE || this.#isState(state)) return;
    for (const [at, block] of this.#blocks) {
      if (at + block.room + HEADER_BYTES === offset) throw this.#error("WATT_ELECTRON_OVERRUN", block);
    }
  }

  #error(code: CommonErrorCode, { allocation }: Block): Error {
    return electronError(code, { owner: this.#owner, allocation: describeAllocation(allocation) });
  }
}
