import { MAX_OFFSET } from "../api.ts";
import { optionError } from "../errors.ts";

/** So many slots leave 6 bits of a handle for the generation. */
const MAX_PIECES = 2 ** 24;

/**
 * Expects `count` pieces of `bytes` bytes each, from `start` on, to lie within `room`.
 *
 * @throws WATT_ELECTRON_OPTION
 */
export function expectPieces(owner: string, start: number, bytes: number, count = 1, room: number = MAX_OFFSET): void {
  const whole = [start, bytes - 1, count - 1].every((value) => Number.isInteger(value) && value >= 0);
  if (whole && count <= MAX_PIECES && start + bytes * count <= Math.min(room, MAX_OFFSET)) return;
  throw optionError(owner, "start, bytes, count", [start, bytes, count], `integers, within ${room} bytes`);
}
