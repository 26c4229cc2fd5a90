/** Where every engine keeps what it was given during one run: it escapes. */
export const kept: unknown[] = Array.from({ length: 64 }, () => undefined);

/** The same for engines that give out integers. */
export const keptOffsets: Int32Array = new Int32Array(64);

Object.assign(globalThis, { wattBenchmarkKept: kept });
