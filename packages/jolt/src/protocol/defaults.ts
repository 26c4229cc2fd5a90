/** A request is given up after this many milliseconds. */
export const TIMEOUT_MS = 60_000;

/** Error statuses whose answer is swapped into the target: a refused form is a normal answer. */
export const SWAPPED_ERRORS: readonly number[] = [400, 409, 422];
