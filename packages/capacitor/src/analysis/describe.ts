import type { Cover } from "./find-cover.ts";
import type { Conflict } from "./find-conflicts.ts";
import { nameOf, referenceOf } from "./route-reference.ts";
import type { Finding } from "./report.ts";
import type { ParsedRoute } from "./route-tree.ts";

const MOST_NAMED = 3;

/** The finding of a route that no path reaches. */
export function describeCover(route: ParsedRoute, { routes, path }: Cover): Finding {
  const name = nameOf(route);
  const [winner] = routes;
  if (winner === undefined || path === undefined) {
    return {
      kind: "never-matches",
      severity: "error",
      message: `No path matches ${name}, with the options of this router.`,
      routes: [referenceOf(route)],
      remedy: "Change the pattern, or the option mergeSlashes or maxParamLength, which keeps out all that it matches.",
    };
  }
  const more = routes.length > MOST_NAMED ? ` and ${routes.length - MOST_NAMED} more` : "";
  const others = routes.slice(0, MOST_NAMED).map(nameOf).join(", ") + more;
  return {
    kind: "unreachable",
    severity: "error",
    message: `${name} is never reached: ${routes.length === 1 ? `${others} is better and answers` : `${others} are better and together answer`} all paths that it matches.`,
    routes: [route, ...routes].map(referenceOf),
    ...witnessOf(route, path),
    winner: referenceOf(winner),
    remedy: "Remove it, or give it a pattern that matches what the others do not.",
  };
}

/** The finding of a route that only paths with `//` match. */
export function describeSlashes(route: ParsedRoute): Finding {
  return {
    kind: "empty-segment",
    severity: "warning",
    message: `${nameOf(route)} has an empty segment: it matches paths with // only.`,
    routes: [referenceOf(route)],
    remedy: "Write one slash. Perhaps two patterns were put together, and both had one.",
  };
}

/** The finding of two routes that share paths. */
export function describeConflict({ kind, routes, path, winner }: Conflict): Finding {
  const [first, second] = routes;
  const shown = witnessOf(first, path);
  const shared = { kind, routes: routes.map(referenceOf), ...shown, winner: referenceOf(winner) };
  if (kind === "method-partial") {
    return {
      ...shared,
      severity: "info",
      message: `${first.method} ${shown.host ?? ""}${shown.witness} is answered by ${nameOf(first)}: ${nameOf(second)} fits better, but is for ${second.method}.`,
      remedy: `If that is not what is meant, add ${nameOf({ ...second, method: first.method })}, to answer or to refuse it (405).`,
    };
  }
  const names = `${nameOf(first)} and ${nameOf(second)} share paths, and each has its own`;
  if (winner !== first) {
    return {
      ...shared,
      severity: "info",
      message: `${names}; all that they share is answered by others, this one by ${nameOf(winner)}.`,
      remedy: "Nothing is to be done, as long as those others are there.",
    };
  }
  return {
    ...shared,
    severity: "warning",
    message: `${names}: where both match, their rank alone decides, here for ${nameOf(first)}.`,
    remedy: `Add a route for what they share, constrain a param, or change the text of one of them.`,
  };
}

/** The finding of a question that takes too much work: about a route, two shapes, or all of the table. */
export function undecided(routes: readonly ParsedRoute[]): Finding {
  const names = routes.slice(0, MOST_NAMED).map(nameOf).join(", ");
  const question =
    routes.length === 0
      ? "which pairs of routes share paths"
      : routes.length === 1
        ? `whether ${names} is ever reached`
        : `how ${names} share paths`;
  return {
    kind: "undecided",
    severity: "warning",
    message: `It takes too much work to say ${question}.`,
    routes: routes.map(referenceOf),
    remedy: "Give a larger budget, or use simpler constraints and fewer wildcards that something follows.",
  };
}

// Of a path with the host as its first segment; a host alone is asked for `/`.
function witnessOf({ host }: ParsedRoute, path: string): { readonly witness: string; readonly host?: string } {
  if (host === undefined) return { witness: path };
  const [, name = "", ...segments] = path.split("/");
  return { host: name, witness: `/${segments.join("/")}` };
}
