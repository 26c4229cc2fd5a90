/** A structure's class whose constructor also takes the memory of another. */
export type Attachable<H> = new (memory?: SharedArrayBuffer) => H;

/** A handle for each thread, over the memory of the first. */
export function attached<H extends { readonly memory: SharedArrayBuffer }>(
  Structure: Attachable<H>,
  threads: number,
): H[] {
  const first = new Structure();
  return Array.from({ length: threads }, (_, thread) => (thread === 0 ? first : new Structure(first.memory)));
}

/** Whether everything is walked, or what takes seconds. */
export const FULL: boolean = process.env["WATT_FULL"] === "1";

const [HALF_AN_HOUR, A_MINUTE] = [1_800_000, 60_000];

/** Milliseconds that one exploration may take: the machine may be busy. */
export const EXPLORING: number = FULL ? HALF_AN_HOUR : A_MINUTE;

/** Prints what an exploration counted. */
export function printCounts(what: string, counts: { states: number; transitions: number; finals: number }): void {
  console.log(`${what}: ${counts.states} states, ${counts.transitions} transitions, ${counts.finals} final`);
}
