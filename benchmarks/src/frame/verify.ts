import { isDeepStrictEqual } from "node:util";
import type { Inputs, Operation } from "../api.ts";

/** The first wrong answer of an engine. */
export interface WrongAnswer {
  readonly index: number;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Runs inputs [0, count) once and gives the first answer that is not the expected one. An exception is an answer. */
export async function firstWrongAnswer(
  operation: Operation,
  inputs: Inputs,
  count: number = inputs.list.length,
): Promise<WrongAnswer | undefined> {
  inputs.refresh?.(0, count);
  for (let index = 0; index < count; index++) {
    const expected = inputs.expected(index);
    const actual = await answerOf(operation, inputs.list[index]);
    if (!isDeepStrictEqual(actual, expected)) return { index, expected, actual };
  }
  return undefined;
}

async function answerOf(operation: Operation, input: unknown): Promise<unknown> {
  try {
    return operation.answer(await operation.run(input), input);
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

/** One line that shows where two answers part, short enough to print. */
export function describeWrongAnswer(wrong: WrongAnswer): string {
  const expected = show(wrong.expected);
  const actual = show(wrong.actual);
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at++;
  const from = Math.max(0, at - 40);
  const cut = (text: string): string => (from > 0 ? "…" : "") + text.slice(from, from + 160);
  return `input ${wrong.index}: expected ${cut(expected)} but got ${cut(actual)}`;
}

function show(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
}
