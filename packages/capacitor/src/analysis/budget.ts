/** Thrown, and caught by who asked the question, when the work is too much. */
export class BudgetExhausted extends Error {}

// Why a part: one question that is too hard leaves work for those after it.
const TENTH = 0.1;

/** Work that is left, in steps. What is exact may take exponentially long: regular languages are compared. */
export class Budget {
  readonly #steps: number;
  #left: number;
  #question: number;

  constructor(steps: number) {
    this.#steps = steps;
    this.#left = steps;
    this.#question = steps;
  }

  /** Below 0 when a question wanted more than there was. */
  get left(): number {
    return this.#left;
  }

  get isEmpty(): boolean {
    return this.#left <= 0;
  }

  /** All steps are there again. */
  refill(): void {
    this.#left = this.#steps;
  }

  /**
   * The answer of a question that may use a part of all work; `undefined` when it needs more, or more than there is left.
   *
   * @param answer answers anything but `undefined`.
   */
  ask<Answer>(answer: () => Answer, part: number = TENTH): Answer | undefined {
    this.#question = Math.min(this.#left, Math.ceil(this.#steps * part));
    try {
      return answer();
    } catch (error) {
      if (error instanceof BudgetExhausted) return undefined;
      throw error;
    }
  }

  spend(steps: number): void {
    this.#left -= steps;
    this.#question -= steps;
    if (this.#question < 0) throw new BudgetExhausted();
  }
}
