import { join } from "node:path";

/** The benchmarks folder of this tree. */
export const BENCHMARKS: string = join(import.meta.dirname, "../..");
/** The root of this tree. */
export const ROOT: string = join(BENCHMARKS, "..");
