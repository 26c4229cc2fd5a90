// An index of a queue is one shared word: how many items passed, modulo 2^30, above two flags. Why flags in the index:
// an atomic access is a call of about 10 ns in V8 (measured), and so the compare-and-swap that publishes an item also
// notices that the queue is closed or that somebody waits. A flag of its own would cost a second call.

/** Flag in a tail: nothing can be pushed any more. */
export const CLOSED = 1;
/** Flag: whoever moves this index next takes the flag away and wakes the threads that wait. */
export const WANTED = 2;
/** What an index word grows by for one item. */
export const STEP = 4;

/** The index in an index word, without the flags. */
export function withoutFlags(word: number): number {
  return word & -STEP;
}

/** How many items lie between two index words. Right as long as they are below 2^29, also where the words wrapped. */
export function distance(from: number, to: number): number {
  return (withoutFlags(to) - withoutFlags(from)) >> 2;
}
