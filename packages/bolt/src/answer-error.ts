import type { Answer, BoltOptions, Data, ErrorHandler, Handler, OutputPool } from "./api.ts";
import { errorPage, statusOf } from "./error-page.ts";
import { dropHeaders, putHeader } from "./header-list.ts";
import { isPromise } from "./is-promise.ts";
import type { RequestContext } from "./request-context.ts";
import { toAnswer } from "./to-answer.ts";

/** What described the answer that did not come about. Everything else that was set stays: policies, cookies, Vary. */
const REPRESENTATION: ReadonlySet<string> = new Set([
  "accept-ranges",
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-length",
  "content-location",
  "content-range",
  "content-type",
  "etag",
  "expires",
  "last-modified",
  "location",
]);

/** How an app treats errors. */
export class ErrorSettings {
  readonly development: boolean;
  readonly report: NonNullable<BoltOptions["report"]>;
  handler: ErrorHandler | undefined = undefined;
  notFound: Handler | undefined = undefined;

  constructor({ development = false, report = console.error }: BoltOptions) {
    this.development = development;
    this.report = report === console.error ? (error) => console.error(error) : report;
  }
}

/** Makes the answer to an error. Never throws or rejects: when the error page fails too, a plain 500 is left. */
export function answerError(
  c: RequestContext,
  error: unknown,
  settings: ErrorSettings,
  output: OutputPool | undefined,
): Answer | Promise<Answer> {
  const failed = (second: unknown): Answer => lastResort(c, second, settings);
  const finish = (data: Data): Answer =>
    toAnswer(c, data === undefined ? errorPage(c, error, settings.development) : data, output);
  try {
    begin(c, statusOf(error));
    if (c.code >= 500) settings.report(error, c);
    const notFound = c.code === 404 ? settings.notFound : undefined;
    const data = notFound === undefined ? settings.handler?.(error, c) : notFound(c);
    return isPromise(data) ? Promise.resolve(data).then(finish).catch(failed) : finish(data);
  } catch (second) {
    return failed(second);
  }
}

function begin(c: RequestContext, status: number): void {
  dropHeaders(c.outgoing, REPRESENTATION);
  c.code = status;
  if (status === 405 && c.allow !== "") putHeader(c.outgoing, "Allow", c.allow);
}

function lastResort(c: RequestContext, error: unknown, settings: ErrorSettings): Answer {
  try {
    settings.report(error, c);
  } catch {
    // Nobody is left to tell.
  }
  begin(c, 500);
  return toAnswer(c, "500 Server error\n", undefined);
}
