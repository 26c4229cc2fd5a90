import { electronError, optionError } from "../errors.ts";

/** The error of a size or an alignment that no arena can serve. Apart, so that the callers stay small. */
export function badRequest(bytes: number, align: number): Error {
  return optionError("an arena", "bytes, align", [bytes, align], "an integer from 0, and a power of two, below 2^31");
}

/** The error of a request that does not fit. */
export function noRoom(bytes: number, align: number, { capacity, used }: { capacity: number; used: number }): Error {
  const wanted = `${bytes} bytes aligned to ${align}`;
  return electronError("WATT_ELECTRON_FULL", { owner: "the arena", available: capacity - used, capacity, wanted });
}
