import { createRandom, integer } from "../src/frame/random.ts";

const SEED = 20_260_101;
/** Fixed in `npm test`; `npm run test:full` runs more. */
const RUNS = process.env["WATT_FULL"] === "1" ? 20_000 : 500;

/** Calls `check` with lists of whole numbers of every size of number, and a share between 0 and 1. */
export function eachList(
  { longest, largest }: { readonly longest: number; readonly largest: number },
  check: (values: readonly number[], share: number) => void,
): void {
  const random = createRandom(SEED);
  for (let run = 0; run < RUNS; run++) {
    const ceiling = Math.ceil(largest ** random());
    const values = Array.from({ length: integer(random, 1, longest + 1) }, () => integer(random, 0, ceiling + 1));
    check(values, random());
  }
}
