import type { Automaton } from "../constraint/automaton.ts";
import { ASCII } from "../constraint/char-set.ts";
import { type Budget, BudgetExhausted } from "./budget.ts";

const DEAD = 0;
const FIRST = 1;
const NONE = -1;
const NO_CLASS = "none";
const MOST_STATES = 10_000;
// Eight columns are looked at in the time of a step.
const COLUMNS_SHIFT = 3;

// What a reader takes for an example comes first.
const CODES: readonly number[] = /* @__PURE__ */ preferredCodes();

/**
 * All texts, parted by which of some automata accept them: the product of the automata. A class is named by one digit
 * for each automaton: `"101"` are the texts that the first and the third accept, and the second does not.
 */
export class TextClasses {
  /** The classes that have a text. */
  readonly names: readonly string[];
  // By state of the product: class, or `NO_CLASS` where no text ends; and the state after each column, or -1.
  readonly #classes: string[] = [];
  readonly #next: number[][] = [];
  // The characters of each column: those that no automaton tells apart.
  readonly #columns: readonly string[];
  readonly #budget: Budget;
  // By class, then length: 1 for each state that a text of the class, as long, leads away from.
  readonly #leading = new Map<string, Uint8Array[]>();

  /**
   * @param all accepts the texts that are parted.
   * @throws BudgetExhausted
   */
  constructor(all: Automaton, automata: readonly Automaton[], budget: Budget) {
    this.#budget = budget;
    const product = [all, ...automata];
    this.#columns = columnsOf(product);
    const found = new Map<string, number>();
    const states: (readonly number[])[] = [];
    const idOf = (state: readonly number[]): number => {
      if (state[0] === DEAD) return NONE;
      const key = state.join();
      const known = found.get(key) ?? states.push(state) - 1;
      found.set(key, known);
      return known;
    };
    idOf(product.map(() => FIRST));
    for (let id = 0; id < states.length; id++) {
      const state = states[id] as readonly number[];
      // Why here as well: what is too large once would use up the budget again and again.
      if (id > MOST_STATES) throw new BudgetExhausted();
      budget.spend(1 + (this.#columns.length >> COLUMNS_SHIFT));
      const accepted = product.map((one, i) => one.accepts[state[i] as number]);
      this.#classes.push(accepted[0] === 1 ? accepted.slice(1).join("") : NO_CLASS);
      this.#next.push(this.#columns.map(([one]) => idOf(product.map((machine, i) => after(machine, state[i], one)))));
    }
    this.names = [...new Set(this.#classes)].filter((name) => name !== NO_CLASS);
  }

  /**
   * The shortest text of a class that is not taken, has at least `least` and at most `most` characters. It is found letter
   * by letter, recursively: the budget keeps it to a few thousand letters.
   *
   * @returns `undefined` when there is none: the search ends, since lengths of a regular language leave no wider gap than
   *   there are states.
   * @throws BudgetExhausted
   */
  find(name: string, taken: ReadonlySet<string>, least: number, most: number): string | undefined {
    const states = this.#classes.length;
    let gap = 0;
    for (let length = least; length <= most && gap <= states; length++) {
      gap = this.#leads(name, 0, length) ? 0 : gap + 1;
      const text = gap === 0 ? this.#search(name, 0, length, "", taken) : undefined;
      if (text !== undefined) return text;
    }
    return undefined;
  }

  // Goes only where a text of the class ends: as many ways as there are taken texts, and one more.
  #search(name: string, state: number, left: number, text: string, taken: ReadonlySet<string>): string | undefined {
    if (left === 0) return taken.has(text) ? undefined : text;
    for (const [column, characters] of this.#columns.entries()) {
      const next = this.#next[state]?.[column] as number;
      if (next === NONE || !this.#leads(name, next, left - 1)) continue;
      for (const one of characters) {
        const found = this.#search(name, next, left - 1, text + one, taken);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  // Whether some `length` characters lead from a state to the end of a text of the class.
  #leads(name: string, state: number, length: number): boolean {
    const known = this.#leading.get(name) ?? [Uint8Array.from(this.#classes, (one) => Number(one === name))];
    this.#leading.set(name, known);
    while (known.length <= length) {
      this.#budget.spend(this.#next.length);
      const shorter = known.at(-1) as Uint8Array;
      known.push(
        Uint8Array.from(this.#next, (row) => Number(row.some((next) => next !== NONE && shorter[next] === 1))),
      );
    }
    return known[length]?.[state] === 1;
  }
}

function after({ columns, width, next }: Automaton, state: number | undefined, character: string | undefined): number {
  const column = columns[(character as string).charCodeAt(0)] as number;
  return next[(state as number) * width + column] as number;
}

function preferredCodes(): number[] {
  const letters = "xyzabcdefghijklmnopqrstuvw";
  const preferred = [...`${letters}1234567890${letters.toUpperCase()}-_.`].map((one) => one.charCodeAt(0));
  return [...new Set([...preferred, ...Array.from({ length: ASCII }, (_, code) => code)])];
}

// Characters that come in no text are in none of them.
function columnsOf(product: readonly Automaton[]): string[] {
  const columns = new Map<string, string>();
  for (const code of CODES) {
    if (product[0]?.columns[code] === 0) continue;
    const key = product.map((one) => one.columns[code]).join();
    columns.set(key, (columns.get(key) ?? "") + String.fromCharCode(code));
  }
  return [...columns.values()];
}
