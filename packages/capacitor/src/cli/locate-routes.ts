import { readFileSync } from "node:fs";
import type { AnalyzableRoute } from "../analysis/report.ts";

/**
 * The routes of a file, each with a source: its own, or `file:line` where the file spells its pattern as often as there
 * are routes with it, or the file and the index in the list.
 */
export function locateRoutes<R extends AnalyzableRoute>(routes: readonly R[], file: string): readonly R[] {
  if (routes.every(({ source }) => source !== undefined)) return routes;
  const lines = readFileSync(file, "utf8").split("\n");
  const found = new Map<string, readonly number[]>();
  const linesOf = (pattern: string): readonly number[] => {
    const known = found.get(pattern) ?? linesWith(lines, pattern);
    found.set(pattern, known);
    return known;
  };
  const counts = new Map<string, number>();
  const count = (pattern: string): number => {
    const before = counts.get(pattern) ?? 0;
    counts.set(pattern, before + 1);
    return before;
  };
  const ordinals = routes.map(({ source, pattern }) => (source === undefined ? count(pattern) : -1));
  return routes.map((route, index) => {
    if (route.source !== undefined) return route;
    const places = linesOf(route.pattern);
    const line = places.length === counts.get(route.pattern) ? places[ordinals[index] as number] : undefined;
    return { ...route, source: line === undefined ? `${file} (route ${index})` : `${file}:${line}` };
  });
}

// The numbers of the lines that have the pattern as a string, from 1; a line as often as it has it.
function linesWith(lines: readonly string[], pattern: string): number[] {
  const escaped = pattern.replaceAll("\\", "\\\\");
  const spellings = ['"', "'", "`"].map((quote) => quote + escaped + quote);
  return lines.flatMap((line, i) => {
    const times = spellings.reduce((sum, spelling) => sum + line.split(spelling).length - 1, 0);
    return Array.from({ length: times }, () => i + 1);
  });
}
