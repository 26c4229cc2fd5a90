import type { Case, Suite } from "../api.ts";
import { EMPTY } from "./empty.ts";
import type { Result, Row } from "./result.ts";
import { describeGoals } from "./goals.ts";
import { figure, markdownTable } from "./table.ts";

interface Column {
  readonly metric: string;
  readonly title: string;
  readonly explained: string;
}

const OPERATION_TABLES: readonly Column[] = [
  {
    metric: "ns",
    title: "Time",
    explained: "ns per operation: median of rounds, least–most, ratio to REFERENCE paired by round",
  },
  {
    metric: "bytes",
    title: "Allocation",
    explained: "bytes per operation (V8 heap + external), no collection ran while measuring; ratio to REFERENCE",
  },
];

const SOCKET_COLUMNS: readonly Column[] = [
  { metric: "cpuUs", title: "CPU µs/request", explained: "" },
  { metric: "requestsPerSecond", title: "req/s", explained: "" },
  { metric: "coreShare", title: "core share", explained: "" },
  { metric: "p50Us", title: "p50 µs", explained: "" },
  { metric: "p99Us", title: "p99 µs", explained: "" },
];

/** Everything a run prints: caveats first, then one table for each group of cases. */
export function report(suite: Suite, result: Result): string {
  const lines = [`# ${result.title}`, "", ...head(result), ""];
  for (const caveat of result.caveats) lines.push(`- ${caveat}`);
  lines.push("");
  for (const group of new Set(suite.cases.map((benchmark) => benchmark.group))) {
    const cases = suite.cases.filter(
      (benchmark) => benchmark.group === group && result.rows.some((row) => row.case === benchmark.name),
    );
    if (cases.length > 0) lines.push(...TABLES[suite.kind](suite, result, group, cases));
  }
  lines.push(...describeGoals(suite, result), ...notes(suite, result));
  return lines.join("\n");
}

function head(result: Result): string[] {
  const { machine, runtime, commit } = result;
  return [
    result.publishable
      ? ""
      : "**Not for publication: a quick run, or not the committed tree, or a build that is not current.**",
    `${machine.cpu}, ${machine.cores} cores, ${Math.round(machine.memoryBytes / 2 ** 30)} GB, ${machine.platform}; ` +
      `Node ${runtime.node}, V8 ${runtime.v8}; load ${figure(result.load.before)} → ${figure(result.load.after)}`,
    `Commit ${commit ? commit.id.slice(0, 12) + (commit.dirty ? " + changes" : "") : "unknown"}; ` +
      `@watt/* from ${result.artefacts}; ${Object.entries(result.versions)
        .map((pair) => pair.join(" "))
        .join(", ")}`,
    `${result.verified.toLocaleString("en-US")} answers verified before the first timing.`,
  ].filter((line) => line !== "");
}

function engineNames(result: Result): string[] {
  const names = new Set(result.rows.map((row) => row.engine));
  const sorted = [...(result.order[0] ?? [])].filter((name) => names.has(name));
  return sorted.toSorted((a, b) => Number(b === EMPTY) - Number(a === EMPTY));
}

function find(result: Result, engine: string, name: string, metric: string): Row | undefined {
  return result.rows.find((row) => row.engine === engine && row.case === name && row.metric === metric);
}

const TABLES: Readonly<
  Record<Suite["kind"], (suite: Suite, result: Result, group: string, cases: readonly Case[]) => string[]>
> = { operation: operations, task: tasks, socket: sockets };

function operations(_suite: Suite, result: Result, group: string, cases: readonly Case[]): string[] {
  return [
    ...OPERATION_TABLES.flatMap((column) => metricTable(result, group, cases, column)),
    ...rates(result, group, cases),
  ];
}

function tasks(suite: Suite, result: Result, group: string, cases: readonly Case[]): string[] {
  if (suite.kind !== "task") return [];
  return suite.metrics.flatMap(({ name, title, explained }) => {
    const column = { metric: name, title, explained: `${explained}; ratio to REFERENCE paired by round` };
    return metricTable(result, group, cases, column);
  });
}

function metricTable(result: Result, group: string, cases: readonly Case[], column: Column): string[] {
  const { metric, title, explained } = column;
  const found = cases.filter((benchmark) =>
    result.rows.some((row) => row.metric === metric && row.case === benchmark.name),
  );
  if (found.length === 0) return [];
  const rows = engineNames(result).map((engine) => [
    engine,
    ...found.map((benchmark) => cell(find(result, engine, benchmark.name, metric), metric !== "bytes")),
  ]);
  return [
    `## ${title}: ${group}`,
    explained.replace("REFERENCE", result.reference),
    "",
    markdownTable(["engine", ...found.map((benchmark) => benchmark.name.replace(`${group}/`, ""))], rows),
    "",
  ];
}

/** Bytes gone through in a nanosecond are GB/s. */
function rates(result: Result, group: string, cases: readonly Case[]): string[] {
  const sized = cases.filter(({ bytes }) => bytes !== undefined);
  if (sized.length === 0) return [];
  const rows = engineNames(result).map((engine) => [
    engine,
    ...sized.map(({ name, bytes = 0 }) => {
      const row = find(result, engine, name, "ns");
      return row === undefined || engine === EMPTY ? "–" : figure(bytes / row.summary.median);
    }),
  ]);
  const titles = sized.map(({ name }) => name.replace(`${group}/`, ""));
  return [`## GB/s: ${group}`, "", markdownTable(["engine", ...titles], rows), ""];
}

function cell(row: Row | undefined, spread: boolean): string {
  if (row === undefined) return "–";
  const { median, min, max } = row.summary;
  const range = spread && row.summary.count > 1 ? ` ${figure(min)}–${figure(max)}` : "";
  const ratio = row.ratio && row.engine !== EMPTY ? ` ${times(row.ratio.median)}` : "";
  return figure(median) + range + ratio;
}

/** A ratio to next to nothing says nothing. */
function times(ratio: number): string {
  return ratio < 100 ? `${ratio.toFixed(2)}x` : ">99x";
}

function sockets(_suite: Suite, result: Result, _group: string, cases: readonly Case[]): string[] {
  return cases.flatMap((benchmark) => {
    const rows = engineNames(result).flatMap((engine) => {
      const cost = find(result, engine, benchmark.name, "cpuUs");
      if (cost === undefined) return [];
      const others = SOCKET_COLUMNS.slice(1).map(({ metric }) =>
        figure(find(result, engine, benchmark.name, metric)?.summary.median ?? Number.NaN),
      );
      return [[engine, cell(cost, true), ...others]];
    });
    return [
      `## Over a socket: ${benchmark.name}`,
      "",
      markdownTable(["server", ...SOCKET_COLUMNS.map(({ title }) => title)], rows),
      "",
    ];
  });
}

/** Below this the server waited for the core or for its load, and throughput says nothing about it. */
const FAIR_SHARE = 0.9;

function notes(suite: Suite, result: Result): string[] {
  const lines: string[] = [];
  const shown = engineNames(result);
  for (const { name, note } of suite.engines) if (note && shown.includes(name)) lines.push(`- ${name}: ${note}`);
  for (const { engine, case: name, reason } of result.absent)
    lines.push(`- ${engine} has no figure for ${name}: ${reason}`);
  const starved = result.rows.filter((row) => row.metric === "coreShare" && row.summary.median < FAIR_SHARE);
  if (starved.length > 0) {
    const names = starved.map((row) => `${row.engine} on ${row.case} (${figure(row.summary.median)})`);
    lines.push(`- core share under ${FAIR_SHARE}, so req/s and latency say nothing: ${names.join(", ")}`);
  }
  return lines.length > 0 ? ["Notes", ...lines] : [];
}
