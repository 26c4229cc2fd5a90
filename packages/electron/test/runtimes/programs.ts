import { join } from "node:path";
import { expect } from "vitest";
import { checks, exportedNames, type Report } from "./self-check.ts";

const SELF_CHECK: string = `import { selfCheck } from ${path("self-check.ts")};\n`;
const THREADS: string = `import { second, withSecond } from ${path("threads.ts")};\n`;

/** Prints the report as one line of JSON. */
export const PRINT: string = `${SELF_CHECK} selfCheck().then((report) => console.log(JSON.stringify(report)));`;

/** Answers requests with the report. */
export const SERVE: string = `${SELF_CHECK} export default { fetch: async () => Response.json(await selfCheck()) };`;

/** Leaves the promise of the report in the page. */
export const PUBLISH: string = `${SELF_CHECK} globalThis.report = selfCheck();`;

/** Starts itself as a second thread, as Node, Bun and Deno do; prints the result. */
export const PRINT_THREADS: string = `${THREADS}
  import { once } from "node:events";
  import { isMainThread, Worker, workerData } from "node:worker_threads";
  if (isMainThread) {
    const start = (handed) => once(new Worker(new URL(import.meta.url), { workerData: handed }), "exit");
    withSecond(start).then((result) => console.log(JSON.stringify(result)));
  } else second(workerData);`;

/** Starts `/second.js` as a second thread, as pages do; leaves the promise of the result in the page. */
export const PUBLISH_THREADS: string = `${THREADS}
  globalThis.report = withSecond((handed) => new Promise((resolve, reject) => {
    const worker = new Worker("/second.js", { type: "module" });
    worker.onmessage = resolve;
    worker.onerror = reject;
    worker.postMessage(handed);
  }));`;
export const SECOND: string = `${THREADS} onmessage = ({ data }) => { second(data); postMessage("done"); };`;

/** What a report says that may differ between runtimes. */
export type Expected = Pick<Report, "executor" | "shared" | "checked">;

/** Every row holds, the runtime is what it should be, and the build exports what the sources do. */
export function expectReport(report: Report, expected: Expected): void {
  expect(report).toEqual({
    ...expected,
    exports: exportedNames(),
    passed: Object.keys(checks),
    failed: [],
  });
}

function path(file: string): string {
  return JSON.stringify(join(import.meta.dirname, file));
}
