// A naive allocator by size classes: looks the class up in a list, and keeps every block that was ever cut.

export interface Piece {
  readonly at: number;
  readonly room: number;
  asked: number;
  held: boolean;
}

/** 8, 16, 24, 32, then four sizes between each two powers of two. */
export function roomFor(bytes: number): number {
  for (let room = 8; room <= 32; room += 8) if (bytes <= room) return room;
  for (let power = 32; ; power *= 2) {
    for (let quarter = 1; quarter <= 4; quarter++) {
      const room = power + (power / 4) * quarter;
      if (bytes <= room) return room;
    }
  }
}

export class NaiveSizes {
  readonly start: number;
  readonly end: number;
  pieces: Piece[] = [];
  // Freed pieces, the latest last.
  freed: Piece[] = [];
  highWater = 0;

  constructor(start: number, bytes: number) {
    this.start = start;
    this.end = start + bytes;
  }

  get top(): number {
    const last = this.pieces.at(-1);
    return last === undefined ? this.start : last.at + last.room;
  }

  alloc(bytes: number): number {
    const room = roomFor(bytes);
    const again = this.freed.findLast((piece) => piece.room === room);
    if (again !== undefined) {
      this.freed.splice(this.freed.lastIndexOf(again), 1);
      again.held = true;
      again.asked = bytes;
      return again.at;
    }
    const at = this.top + 8;
    if (at + room > this.end) return -1;
    this.pieces.push({ at, room, asked: bytes, held: true });
    this.highWater = Math.max(this.highWater, this.top - this.start);
    return at;
  }

  free(at: number): boolean {
    const piece = this.pieces.find((p) => p.at === at && p.held);
    if (piece === undefined) return false;
    piece.held = false;
    this.freed.push(piece);
    return true;
  }

  reset(): void {
    this.pieces = [];
    this.freed = [];
  }
}
