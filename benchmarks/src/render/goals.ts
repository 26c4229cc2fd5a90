import type { Goal } from "../api.ts";
import { cases, type Shape } from "./cases.ts";

const CLEAN = cases.filter(({ dirty }) => dirty === 0).map(({ name }) => name);
const DIRTY = cases.filter(({ dirty }) => dirty > 0).map(({ name }) => name);

function goal(engine: string, where: Goal["case"], against: string | readonly string[], most: number): Goal {
  return { engine, case: where, metric: "ns", against: { engine: against }, most };
}

/** Beside what string building alone costs: the mean of the clean pages, and that of the dirty ones. */
function toConcat(engine: string, clean: number, dirty: number): Goal[] {
  return [goal(engine, CLEAN, "concat", clean), goal(engine, DIRTY, "concat", dirty)];
}

function bytes(shape: Shape, against: string, most: number): Goal[] {
  return cases
    .filter((benchmark) => benchmark.shape === shape)
    .map(({ name }) => ({ engine: "conduit", case: name, metric: "bytes", against: { engine: against }, most }));
}

const ALL = [...CLEAN, ...DIRTY];

/** What conduit is to reach, beside others in the same rounds. Goals of rows that are not there yet are not printed. */
export const goals: readonly Goal[] = [
  ...toConcat("conduit (leased)", 1.2, 0.95),
  ...toConcat("conduit", 1.3, 1),
  ...toConcat("conduit .with (leased)", 1.05, 0.85),
  ...toConcat("conduit .with", 1.15, 0.9),
  goal("conduit", ALL, "kita", 0.4),
  goal("conduit", ALL, "hono/html", 0.6),
  goal("conduit", ALL, "preact", 0.25),
  goal("conduit", ALL, "react", 0.17),
  ...cases.map(({ name, shape, dirty }) => {
    const isFirst = dirty > 0 || shape === "table" || shape === "tree";
    return goal("conduit", name, ["ghtml", "pug"], isFirst ? 1 : 1.2);
  }),
  ...bytes("page", "concat", 1.2),
  ...bytes("table", "concat", 1.2),
  ...bytes("tree", "concat", 1.4),
  ...bytes("item", "kita", 0.45),
  ...(["page", "table", "tree"] as const).flatMap((shape) => bytes(shape, "kita", 0.3)),
];
