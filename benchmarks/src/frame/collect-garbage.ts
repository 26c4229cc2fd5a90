import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");

/** Collects what the preparations left behind, so that the price is not paid by what is timed next. */
export const collectGarbage = runInNewContext("gc") as () => void;
