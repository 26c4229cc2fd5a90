import { ASCII, type CharSet, lowerCase } from "./char-set.ts";
import type { Expression } from "./parse-constraint.ts";

/** A finite automaton without choices: linear time, whatever the text. State 0 is the dead one, 1 is the first. */
export interface Automaton {
  /** Which column of `next` a character's code has. Column 0 leads to the dead state from everywhere. */
  readonly columns: Uint8Array;
  readonly width: number;
  /** `next[state * width + column]`. */
  readonly next: Uint16Array;
  /** 1 for a state in which a text may end. */
  readonly accepts: Uint8Array;
  /** Equal for two automata exactly when they accept the same texts. */
  readonly key: string;
}

/** The most states, before the least automaton is looked for. */
const MOST_STATES = 2_000;
/** The most characters and classes of an expression, repeats counted out. */
const MOST_POSITIONS = 1_000;

interface Fragment {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isNullable: boolean;
}

const NOTHING: Fragment = { first: [], last: [], isNullable: true };

/**
 * The least automaton of an expression: Glushkov's positions, sets of positions as states, Moore's partition.
 *
 * @param ignoreCase accept what is accepted in some case, in lower case.
 * @returns `undefined` when it would be too large.
 * @see V. M. Glushkov, "The abstract theory of automata", 1961
 */
export function createAutomaton(expression: Expression, ignoreCase: boolean): Automaton | undefined {
  const positions = new Positions(ignoreCase);
  const whole = positions.place(expression);
  if (whole === undefined) return undefined;
  const columns = columnsOf(positions.sets);
  const width = Math.max(...columns) + 1;
  const sample = Array.from({ length: width }, (_, column) => columns.indexOf(column));
  const found = new Map<string, number>([["", 0]]);
  const states: (readonly number[])[] = [[]];
  const table: number[][] = [];
  const stateOf = (set: readonly number[]): number => {
    const key = set.join();
    const known = found.get(key) ?? states.push(set) - 1;
    found.set(key, known);
    return known;
  };
  // Why an own first state: it has been in no position yet.
  states.push([-1]);
  for (let state = 0; state < states.length; state++) {
    if (states.length > MOST_STATES) return undefined;
    const set = states[state] as readonly number[];
    const after = new Set(set.flatMap((position) => (position < 0 ? whole.first : positions.follow(position))));
    const row = sample.map((code) =>
      stateOf([...after].filter((one) => positions.sets[one]?.[code] === 1).sort(ascending)),
    );
    row[0] = 0;
    table.push(row);
  }
  const last = new Set(whole.last);
  const accepts = states.map((set) => (set.some((position) => last.has(position)) ? 1 : 0));
  return leastOf(columns, table, accepts);
}

/** The part of an automaton that accepts. */
export type Acceptor = Omit<Automaton, "key">;

/** Whether [start, end) of the text is accepted. O(end - start). */
export function accepts(automaton: Acceptor, text: string, start: number, end: number): boolean {
  const { columns, width, next } = automaton;
  let state = 1;
  for (let at = start; at < end && state !== 0; at++) {
    const code = text.charCodeAt(at);
    state = code < ASCII ? (next[state * width + (columns[code] as number)] as number) : 0;
  }
  return automaton.accepts[state] === 1;
}

class Positions {
  readonly sets: CharSet[] = [];
  readonly #follow: Set<number>[] = [];
  readonly #ignoreCase: boolean;

  constructor(ignoreCase: boolean) {
    this.#ignoreCase = ignoreCase;
  }

  follow(position: number): readonly number[] {
    return [...(this.#follow[position] as Set<number>)];
  }

  place(expression: Expression): Fragment | undefined {
    if (this.sets.length > MOST_POSITIONS) return undefined;
    if (expression.kind === "set") {
      this.#follow.push(new Set());
      const position = this.sets.push(this.#ignoreCase ? lowerCase(expression.set) : expression.set) - 1;
      return { first: [position], last: [position], isNullable: false };
    }
    if (expression.kind === "repeat") return this.#placeRepeat(expression);
    if (expression.kind === "some") {
      const item = this.place(expression.item);
      return item && { ...item, isNullable: false };
    }
    const parts: Fragment[] = [];
    for (const item of expression.items) {
      const part = this.place(item);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    if (expression.kind === "sequence") return parts.reduce((left, right) => this.#join(left, right), NOTHING);
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      isNullable: parts.some(({ isNullable }) => isNullable),
    };
  }

  // x{2,4} is xx(x(x)?)?, x{2,} is xxx*.
  #placeRepeat({ item, least, most }: Expression & { kind: "repeat" }): Fragment | undefined {
    let whole = NOTHING;
    for (let i = 0; i < least; i++) {
      const one = this.place(item);
      if (one === undefined) return undefined;
      whole = this.#join(whole, one);
    }
    if (most === Infinity) {
      const looped = this.place(item);
      if (looped === undefined) return undefined;
      this.#link(looped.last, looped.first);
      return this.#join(whole, { ...looped, isNullable: true });
    }
    for (let i = least; i < most; i++) {
      const one = this.place(item);
      if (one === undefined) return undefined;
      const joined = this.#join(whole, { ...one, isNullable: true });
      whole = joined;
    }
    return whole;
  }

  #join(left: Fragment, right: Fragment): Fragment {
    this.#link(left.last, right.first);
    return {
      first: left.isNullable ? [...left.first, ...right.first] : left.first,
      last: right.isNullable ? [...left.last, ...right.last] : right.last,
      isNullable: left.isNullable && right.isNullable,
    };
  }

  #link(from: readonly number[], to: readonly number[]): void {
    for (const position of from) for (const next of to) this.#follow[position]?.add(next);
  }
}

// Characters that are in the same sets share a column; those in none have column 0.
function columnsOf(sets: readonly CharSet[]): Uint8Array {
  const known = new Map<string, number>([["0".repeat(sets.length), 0]]);
  return Uint8Array.from({ length: ASCII }, (_, code) => {
    const signature = sets.map((set) => set[code]).join("");
    const column = known.get(signature) ?? known.size;
    known.set(signature, column);
    return column;
  });
}

function leastOf(columns: Uint8Array, table: readonly number[][], accepts: readonly number[]): Automaton {
  let classes: number[] = [...accepts];
  for (let count = 0; ;) {
    const known = new Map<string, number>();
    classes = table.map((row, state) => {
      const key = `${classes[state]}:${row.map((next) => classes[next]).join()}`;
      const found = known.get(key) ?? known.size;
      known.set(key, found);
      return found;
    });
    if (known.size === count) break;
    count = known.size;
  }
  return number(columns, table, accepts, classes);
}

// Numbers the classes in the order in which they are reached, and joins columns that no state tells apart.
function number(
  columns: Uint8Array,
  table: readonly number[][],
  accepts: readonly number[],
  classes: number[],
): Automaton {
  const numbers = new Map<number, number>([[classes[0] as number, 0]]);
  const order = [0];
  const numberOf = (state: number): number => {
    const known = numbers.get(classes[state] as number) ?? order.push(state) - 1;
    numbers.set(classes[state] as number, known);
    return known;
  };
  numberOf(1);
  const byCode = (state: number): number[] =>
    Array.from(columns, (column) => numberOf((table[state] as number[])[column] as number));
  const rows: number[][] = [];
  for (let i = 0; i < order.length; i++) rows.push(byCode(order[i] as number));
  const known = new Map<string, number>([[rows.map(() => 0).join(), 0]]);
  const joined = Uint8Array.from({ length: ASCII }, (_, code) => {
    const column = rows.map((row) => row[code]).join();
    const found = known.get(column) ?? known.size;
    known.set(column, found);
    return found;
  });
  const width = known.size;
  const next = new Uint16Array(rows.length * width);
  for (const [state, row] of rows.entries()) {
    for (let code = 0; code < ASCII; code++) next[state * width + (joined[code] as number)] = row[code] as number;
  }
  const ends = Uint8Array.from(order, (state) => accepts[state] as number);
  return { columns: joined, width, next, accepts: ends, key: `${joined.join()};${next.join()};${ends.join("")}` };
}

function ascending(a: number, b: number): number {
  return a - b;
}
