import type { Suite } from "../api.ts";

/** The names of the cases whose name begins with one of the words (all without words); throws when none does. */
export function selectCases(suite: Suite, beginnings: readonly string[]): string[] {
  const names = suite.cases.map((benchmark) => benchmark.name);
  if (beginnings.length === 0) return names;
  const chosen = names.filter((name) => beginnings.some((beginning) => name.startsWith(beginning)));
  if (chosen.length === 0) throw new Error(`No case begins so. The cases are: ${names.join(", ")}.`);
  return chosen;
}

/** The named engines in the suite's order (all without names), always with the reference; throws on an unknown name. */
export function selectEngines(suite: Suite, wanted: readonly string[]): string[] {
  const names = suite.engines.map((engine) => engine.name);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`There is no engine "${unknown}". The engines are: ${names.join(", ")}.`);
  return wanted.length === 0 ? names : names.filter((name) => wanted.includes(name) || name === suite.reference);
}
