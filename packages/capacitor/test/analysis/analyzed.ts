import { analyze, type AnalyzeOptions, type Finding, type Report } from "../../src/index.ts";

/** The report of routes that are written as `GET /a`, the first one at `app.ts:1`. */
export function analyzed(lines: readonly string[], options: AnalyzeOptions = {}): Report {
  return analyze(
    lines.map((line, i) => {
      const [method = "", pattern = ""] = line.split(" ");
      return { method, pattern, source: `app.ts:${i + 1}` };
    }),
    options,
  );
}

/** `kind`, then the routes by index, then the witness and who answers it. */
export function lineOf({ kind, routes, witness, winner }: Finding): string {
  const shown = witness === undefined ? "" : ` ${witness} -> ${winner?.index}`;
  return `${kind} ${routes.map(({ index }) => index).join(" ")}${shown}`;
}
