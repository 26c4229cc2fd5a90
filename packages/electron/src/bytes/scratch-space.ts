import { ESCAPE_GROWTH, ESCAPE_SLACK } from "../api.ts";
import { createSpace, type Space } from "../wasm/space.ts";

/** Bytes that the byte-array forms copy into the scratch space at a time. */
export const BLOCK_BYTES = 16384;

/** Where the escaped block goes. */
export const BLOCK_OUTPUT: number = BLOCK_BYTES;

let scratch: Space | undefined;

/** One small space for bytes that lie elsewhere. Used within one synchronous call only, so nobody else sees it. */
export function scratchSpace(): Space {
  return (scratch ??= createSpace({ bytes: BLOCK_OUTPUT + ESCAPE_GROWTH * BLOCK_BYTES + ESCAPE_SLACK }));
}
