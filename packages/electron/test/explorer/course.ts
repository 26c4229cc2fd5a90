/** What a step did to what threads share, and what it saw there. */
export type Touch =
  | { readonly does: "access"; readonly word: number; readonly before: number; readonly after: number }
  | { readonly does: "wake"; readonly at: number; readonly count: number; readonly woken: number }
  | { readonly does: "plain"; readonly at: number; readonly bytes: number; readonly kind: "read" | "write" }
  | {
      readonly does: "order";
      readonly thread: number;
      readonly at: number;
      readonly learns: boolean;
      readonly tells: boolean;
    };

/** What steps touch. */
export interface Touched {
  readonly memory: number[];
  /** Wakes up to `count` threads that sleep at an address, and says how many. */
  wake(at: number, count: number): number;
  plain(at: number, bytes: number, kind: "read" | "write"): void;
  order(thread: number, at: number, learns: boolean, tells: boolean): void;
}

interface Way<E> {
  /** What the word holds after it. */
  readonly after: number;
  touch: Touch | undefined;
  readonly ways: Map<number, Way<E>>;
  end: E | undefined;
}

/**
 * What one thread does from where it is, by what it sees there: the values of words, and how many threads it woke. It is
 * learnt by running the code, and followed without it wherever the same is seen; a thread knows nothing else of the others.
 * (Measured: three threads at a SeqLock, 3.4 million steps: 4,075 ran code, and the walk took 3 s instead of 59.)
 */
export class Course<E> {
  readonly #start: Way<E> = { after: 0, touch: undefined, ways: new Map(), end: undefined };

  /** Does what was learnt. Undefined, and some of it done, where what is seen was not seen before. */
  follow(touched: Touched): E | undefined {
    let way: Way<E> | undefined = this.#start;
    while (way !== undefined && way.touch !== undefined) {
      const { touch, ways }: Way<E> = way;
      way = ways.get(see(touch, touched));
      if (touch.does === "access" && way !== undefined) touched.memory[touch.word] = way.after;
    }
    return way?.end;
  }

  learn(touches: readonly Touch[], end: E): void {
    let way = this.#start;
    for (const touch of touches) {
      way.touch ??= touch;
      const seen = touch.does === "access" ? touch.before : touch.does === "wake" ? touch.woken : 0;
      let next = way.ways.get(seen);
      if (next === undefined) {
        next = { after: touch.does === "access" ? touch.after : 0, touch: undefined, ways: new Map(), end: undefined };
        way.ways.set(seen, next);
      }
      way = next;
    }
    way.end = end;
  }
}

function see(touch: Touch, touched: Touched): number {
  if (touch.does === "access") return touched.memory[touch.word] as number;
  if (touch.does === "wake") return touched.wake(touch.at, touch.count);
  if (touch.does === "plain") touched.plain(touch.at, touch.bytes, touch.kind);
  else touched.order(touch.thread, touch.at, touch.learns, touch.tells);
  return 0;
}
