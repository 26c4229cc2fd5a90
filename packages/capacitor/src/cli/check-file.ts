import { isWattError } from "@watt/electron";
import { sep } from "node:path";
import { analyze } from "../analysis/analyze.ts";
import { formatReport } from "../analysis/format-report.ts";
import { refusal } from "../analysis/read-routes.ts";
import type { Report, RouteReference } from "../analysis/report.ts";
import { LoadError } from "../compile/exported-routes.ts";
import { loadRoutes, type RefusedError } from "./load-routes.ts";

/** Where a command writes. */
export interface CommandIo {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `out` is a terminal that shows colours. */
  readonly color: boolean;
}

/** Options of `capacitor check`; see its usage. */
export interface CheckOptions {
  /** Of the export. */
  readonly name: string | undefined;
  readonly maxWarnings: number;
  readonly notes: boolean | undefined;
  readonly order: boolean | undefined;
  readonly json: boolean | undefined;
  readonly verbose: boolean | undefined;
}

/** Exit code: wrong usage, or a file that cannot be loaded. */
export const MISUSE = 2;

/** Exit code: something is wrong with the routes. */
export const FAILURE = 1;

/** Checks the routes of a file, and says what is found. Answers the exit code. */
export async function checkFile(file: string, options: CheckOptions, io: CommandIo): Promise<number> {
  let report: Report;
  try {
    const loaded = await loadRoutes(file, options.name);
    report = "refused" in loaded ? refusedReport(loaded.refused) : analyze(loaded.routes, loaded.options);
    if ("refused" in loaded)
      io.err("capacitor: loading ended at a route that was refused: the others are not checked.\n");
  } catch (error) {
    // A coded error: the options of the router are none.
    if (!(error instanceof LoadError) && !isWattError(error)) throw error;
    io.err(`capacitor: ${error.message}\n`);
    if (options.verbose && error.cause instanceof Error) io.err(`${error.cause.stack}\n`);
    return MISUSE;
  }
  const { error, warning, info } = report.counts;
  const notes = options.notes ?? false;
  if (options.json) io.out(`${JSON.stringify(report, null, 2)}\n`);
  else io.out(`${shortened(formatReport(report, { color: io.color, notes, order: options.order ?? false }))}\n`);
  if (!options.json && !notes && info > 0) io.out(`--notes shows the note${info === 1 ? "" : "s"}.\n`);
  if (warning > options.maxWarnings) io.err(`capacitor: more than ${options.maxWarnings} warnings.\n`);
  return error > 0 || warning > options.maxWarnings ? FAILURE : 0;
}

// With the places below the working directory as they are named there.
function shortened(text: string): string {
  return text.replaceAll(`${process.cwd()}${sep}`, "");
}

// Of what an error says: the routes before it are not known.
function refusedReport(error: RefusedError): Report {
  const { method = "", pattern, source, otherMethod = "", otherPattern = "", otherSource = "" } = error.details;
  const other: RouteReference = { index: 0, method: otherMethod, pattern: otherPattern, source: otherSource };
  const index = otherPattern === "" ? 0 : 1;
  const finding = refusal(error, { index, method, pattern, source }, () => other);
  return { ...analyze([]), findings: [finding], counts: { error: 1, warning: 0, info: 0 } };
}
