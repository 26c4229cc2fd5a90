import { nameOf } from "./route-reference.ts";
import type { Finding, Report, RouteReference, Severity } from "./report.ts";

/** Options of `formatReport`. */
export interface FormatOptions {
  /** Marks severities by colours of terminals (ANSI). @defaultValue false */
  readonly color?: boolean;
  /** Shows findings of severity `info`, and not only how many there are. @defaultValue true */
  readonly notes?: boolean;
  /** Lists the routes, the most specific first. @defaultValue false */
  readonly order?: boolean;
}

const COLORS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };
const NAMES: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };
const MOST_ROUTES = 10;

/**
 * A report as text for people, without a line break at its end. What control characters there are in patterns are
 * escaped. O(size of the report).
 *
 * @example
 * console.log(formatReport(analyze(router.routes(), router.options), { color: process.stdout.isTTY }));
 */
export function formatReport(report: Report, options: FormatOptions = {}): string {
  const { color = false, notes = true, order = false } = options;
  const shown = report.findings.filter(({ severity }) => notes || severity !== "info");
  const sections = shown.map((finding) => findingLines(finding, color).join("\n"));
  if (order) sections.push(["The most specific first:", ...routeLines(report.order)].join("\n"));
  return [...sections, summaryLines(report).join("\n")].join("\n\n");
}

function findingLines(
  { kind, severity, message, routes, host = "", witness, winner, remedy }: Finding,
  color: boolean,
): string[] {
  const name = NAMES[severity];
  const marked = color ? `\u001b[${COLORS[severity]}m${name}\u001b[39m` : name;
  const more = routes.length - MOST_ROUTES;
  return [
    `${marked}  ${kind}  ${plain(message)}`,
    ...routeLines(routes.slice(0, MOST_ROUTES)),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(witness === undefined
      ? []
      : [`  path: ${plain(host + witness)}${winner ? `  goes to ${plain(nameOf(winner))}` : ""}`]),
    `  fix:  ${plain(remedy)}`,
  ];
}

function routeLines(routes: readonly RouteReference[]): string[] {
  const width = routes.reduce((most, route) => Math.max(most, plain(nameOf(route)).length), 0);
  return routes.map((route) => `  ${plain(nameOf(route)).padEnd(width)}  ${plain(route.source)}`);
}

function summaryLines({ counts, statistics }: Report): string[] {
  const { routes, static: statics, dynamic, shapes, methods, depth } = statistics;
  const found = (["error", "warning", "info"] as const).map((severity) => {
    return `${counts[severity]} ${NAMES[severity]}${counts[severity] === 1 ? "" : "s"}`;
  });
  // Of a file that could not be loaded to its end nothing is counted.
  if (routes === 0) return [found.join(", ")];
  const byMethod = Object.entries(methods).map(([method, count]) => `${method} ${count}`);
  return [
    found.join(", "),
    `${routes} route${routes === 1 ? "" : "s"}: ${statics} static, ${dynamic} dynamic, ${shapes} shapes, up to ${depth.most} segments`,
    byMethod.join(", "),
  ];
}

// Text of a program's user, for a terminal.
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
