import type { Random } from "../../api.ts";
import { integer } from "../../frame/random.ts";
import { type Renew, renewFields } from "./renew.ts";
import { createMakeText } from "./text.ts";
import type { Row } from "./types.ts";

const COUNT = 1024;

/** The contents of 1,024 list items. */
export function createRows(random: Random, dirty: number): { list: readonly Row[]; refresh: Renew } {
  const text = createMakeText(random, dirty);
  const list: Row[] = Array.from({ length: COUNT }, (_, index) => ({
    id: 1000 + index,
    title: text(integer(random, 2, 6)),
    note: text(integer(random, 3, 8)),
    owner: text(1),
  }));
  return { list, refresh: renewFields(list, ["title", "note", "owner"]) };
}
