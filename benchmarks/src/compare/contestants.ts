import type { Suite } from "../api.ts";
import type { Contestant } from "../frame/measure-operations.ts";
import type { Place } from "../frame/run-job.ts";

export type Side = "ref" | "tree";

/** How an engine of one side is called in the samples. */
export function labelOf(engine: string, side: Side): string {
  return `${engine} @ ${side}`;
}

/** Watt's own engines of the suite, each on both sides, side by side: neighbours in time differ only in the code. */
export function contestantsOf(suite: Suite, places: Readonly<Record<Side, Place>>): Contestant[] {
  return ownEngines(suite).flatMap((engine) =>
    (["ref", "tree"] as const).map((side) => ({ label: labelOf(engine, side), engine, place: places[side] })),
  );
}

export function ownEngines(suite: Suite): string[] {
  return suite.engines.filter(({ own }) => own === true).map(({ name }) => name);
}

/** The packages that those engines need. */
export function ownPackages(suites: readonly Suite[]): string[] {
  const engines = suites.flatMap((suite) => suite.engines.filter(({ own }) => own === true));
  return [...new Set(engines.flatMap(({ packages }) => packages))];
}
