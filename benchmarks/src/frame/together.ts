import type { OperationSuite } from "../api.ts";

/** The cases, as the suite wants them in one process each. */
export function together(
  { processes, cases: all }: Pick<OperationSuite, "processes" | "cases">,
  cases: readonly string[],
): readonly (readonly string[])[] {
  if (processes === "by case") return cases.map((name) => [name]);
  if (processes !== "by group") return [cases];
  const groups = [...new Set(all.map(({ group }) => group))];
  return groups.map((wanted) =>
    all.filter(({ name, group }) => group === wanted && cases.includes(name)).map(({ name }) => name),
  );
}
