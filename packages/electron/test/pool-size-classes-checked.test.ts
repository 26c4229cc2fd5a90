import { describe, expect, test } from "vitest";
import { type Offset, SizeClasses } from "../src/index.ts";
import { codeOf } from "./code-of.ts";

/** A block of which the test knows that there is one. */
function taken(heap: SizeClasses, bytes: number, name?: string): Offset {
  const offset = heap.alloc(bytes, name);
  if (offset === -1) throw new Error("the heap is full");
  return offset;
}

describe("checked mode of size classes", () => {
  const bytesOf = (heap: SizeClasses): Uint8Array => new Uint8Array(heap.buffer);

  test("names a double free, also of a block that a reset freed", () => {
    const heap = new SizeClasses({ bytes: 256 });
    const [row, old] = [taken(heap, 20, "row"), taken(heap, 20, "old")];
    heap.free(row);
    expect(() => heap.free(row)).toThrow(
      /DOUBLE_FREE.*#1 "row" \(20 bytes at 8, taken at .*size-classes-checked\.test\.ts/,
    );
    heap.reset();
    expect(() => heap.free(old)).toThrow(/DOUBLE_FREE.*"old"/);
    expect(codeOf(() => heap.free(16 as Offset))).toBe("WATT_ELECTRON_FOREIGN_HANDLE");
  });

  test.each([0, 10, 23])("finds byte %i of a freed block written to, once", (at) => {
    const heap = new SizeClasses({ bytes: 256, checked: true });
    const row = taken(heap, 20, "row");
    heap.free(row);
    bytesOf(heap)[row + at] = 1;
    expect(() => heap.alloc(20)).toThrow(/USE_AFTER_RELEASE.*"row"/);
    expect([heap.alloc(20), heap.stats().used]).toEqual([row, 20]);
  });

  test.each<[string, number, number]>([
    ["the room beyond what was asked for", 20, 20],
    ["the last byte of the room", 20, 23],
    ["the header of the next block", 24, 24],
    ["the header of the next block, further on", 24, 27],
  ])("finds %s written to at the release, and names the block", (_, bytes, at) => {
    const heap = new SizeClasses({ bytes: 256, checked: true });
    const row = taken(heap, bytes, "row");
    taken(heap, 8, "next");
    bytesOf(heap).fill(0x77, row + at, row + at + 1);
    expect(() => heap.free(row)).toThrow(/OVERRUN.*"row"/);
  });

  test("finds an overrun into memory that is not yet given out", () => {
    const heap = new SizeClasses({ bytes: 256, checked: true });
    const row = taken(heap, 24, "row");
    bytesOf(heap)[row + 24] = 1;
    expect(() => heap.alloc(8)).toThrow(/OVERRUN.*"row"/);
    expect(() => heap.free(row)).toThrow(/OVERRUN.*"row"/);
  });

  test("names the block before when a header is found written to", () => {
    const heap = new SizeClasses({ bytes: 256, checked: true });
    const row = taken(heap, 24, "row");
    const next = taken(heap, 8, "next");
    bytesOf(heap)[row + 27] = 1;
    expect(() => heap.free(next)).toThrow(/OVERRUN.*"row"/);
  });

  test("finds what is still held at the end of a scope", () => {
    const heap = new SizeClasses({ bytes: 256, checked: true });
    taken(heap, 8, "older");
    const leak = (): void => {
      using _ = heap.scope();
      heap.free(taken(heap, 8));
      taken(heap, 8, "leaked");
    };
    expect(leak).toThrow(/WATT_ELECTRON_LEAK: 1 .*"leaked"/);
    const reset = (): void => {
      using _ = heap.scope();
      taken(heap, 8);
      heap.reset();
    };
    expect(codeOf(reset)).toBe("nothing");
  });

  test("switched off writes nothing but headers and finds nothing", () => {
    const heap = new SizeClasses({ bytes: 256, checked: false });
    const row = taken(heap, 20);
    heap.free(row);
    expect([...bytesOf(heap).subarray(row)].every((byte) => byte === 0)).toBe(true);
    bytesOf(heap)[row] = 1;
    const leak = (): void => {
      using _ = heap.scope();
      heap.alloc(20);
    };
    expect(codeOf(leak)).toBe("nothing");
  });
});
