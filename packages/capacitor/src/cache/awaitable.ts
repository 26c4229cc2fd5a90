import type { Awaitable } from "./store.ts";

/** Whether an answer is still to come. */
export function isPending<T>(answer: Awaitable<T>): answer is Promise<T> {
  return typeof (answer as { then?: unknown } | null | undefined)?.then === "function";
}

/** `next` of the answer: at once when that is there. */
export function andThen<T, U>(answer: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> {
  return isPending(answer) ? answer.then(next) : next(answer);
}

/** All answers: at once when all are there. */
export function allOf<T>(answers: readonly Awaitable<T>[]): Awaitable<readonly T[]> {
  return answers.some(isPending) ? Promise.all(answers) : (answers as readonly T[]);
}
