// Races by plain vector clocks, nothing forgotten.

export interface Access {
  readonly thread: number;
  readonly does: "load" | "store" | "exchange" | "failed exchange" | "read" | "write";
  readonly at: number;
}

type Clock = number[];

const join = (a: Clock, b: Clock): Clock => a.map((value, i) => Math.max(value, b[i] as number));

/** The index of the first access that races with one before it, else -1. */
export function firstRace(threads: number, accesses: readonly Access[]): number {
  const zero = (): Clock => Array.from<number>({ length: threads }).fill(0);
  const clocks = Array.from({ length: threads }, zero);
  const words = new Map<number, Clock>();
  const plain: { thread: number; at: number; write: boolean; time: number }[] = [];
  return accesses.findIndex(({ thread, does, at }) => {
    const mine = clocks[thread] as Clock;
    if (does === "read" || does === "write") {
      const write = does === "write";
      const time = (mine[thread] = (mine[thread] as number) + 1);
      const races = plain.some(
        (other) =>
          other.at === at &&
          other.thread !== thread &&
          (write || other.write) &&
          (mine[other.thread] as number) < other.time,
      );
      plain.push({ thread, at, write, time });
      return races;
    }
    const learnt = does === "store" ? mine : join(mine, words.get(at) ?? zero());
    clocks[thread] = learnt;
    if (does === "store" || does === "exchange") words.set(at, [...learnt]);
    return false;
  });
}
