import { FreshText } from "../../frame/fresh-text.ts";

/** Gives objects [from, to) strings of the same characters that V8 has neither hashed nor flattened. */
export type Renew = (from: number, to: number) => void;

export function renewFields<Name extends string>(
  list: readonly Record<NoInfer<Name>, string>[],
  names: readonly Name[],
): Renew {
  const fields = names.map((name) => ({ name, fresh: new FreshText(list.map((one) => one[name])) }));
  return (from, to) => {
    for (let i = from; i < to; i++) {
      const one = list[i] as Record<Name, string>;
      for (const { name, fresh } of fields) one[name] = fresh.text(i);
    }
  };
}
