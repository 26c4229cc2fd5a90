import { body, document, h1, head, type Html, html_, main, meta, p, pre, title } from "@watt/conduit";
import { isWattError, type WattError } from "@watt/electron";
import type { Data } from "./api.ts";
import { addVary, putHeader } from "./header-list.ts";
import type { RequestContext } from "./request-context.ts";

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  408: "Request timeout",
  409: "Conflict",
  410: "Gone",
  413: "Too large",
  415: "Unsupported type",
  422: "Not valid",
  429: "Too many requests",
  500: "Server error",
  502: "Bad gateway",
  503: "Unavailable",
};

/** The status that an error answers with: its own if it is coded for requests, else 500. */
export function statusOf(error: unknown): number {
  const status = isWattError(error) ? error.status : undefined;
  return status !== undefined && status >= 400 && status <= 599 ? status : 500;
}

/**
 * The default answer to an error, in the form that the client asked for: a page, problem+json, or text, which Jolt
 * gets too. Errors without a status tell nothing outside development.
 */
export function errorPage(c: RequestContext, error: unknown, development: boolean): Data {
  const status = statusOf(error);
  const name = TITLES[status] ?? "Error";
  const detail = detailOf(error, development);
  const stack = development && status === 500 && error instanceof Error ? error.stack : undefined;
  addVary(c.outgoing, "Accept, Jolt");
  putHeader(c.outgoing, "Cache-Control", "no-store");
  // Why text for Jolt: it keeps the page as it is and reports a `jolt:error`. HTML would be put where the answer was meant to go.
  switch (c.jolt.is ? "text" : wanted(c.get("accept") ?? "")) {
    case "html":
      return page(`${status} ${name}`, detail, stack);
    case "json": {
      putHeader(c.outgoing, "Content-Type", "application/problem+json");
      const code = isWattError(error) && error.status !== undefined ? { code: error.code } : {};
      return { type: "about:blank", title: name, status, detail, ...code };
    }
    default:
      return `${status} ${name}\n${detail}\n${stack === undefined ? "" : `\n${stack}\n`}`;
  }
}

function detailOf(error: unknown, development: boolean): string {
  if (isWattError(error) && error.status !== undefined) return withoutCode(error);
  return development ? String(error) : "Something went wrong on our side.";
}

function withoutCode(error: WattError): string {
  const prefix = `${error.code}: `;
  return (error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message).trim();
}

/** The first of HTML and JSON that an Accept header names; weights are not looked at. */
function wanted(accept: string): "html" | "json" | "text" {
  const html = accept.indexOf("text/html");
  const json = accept.search(/application\/(?:problem\+)?json/);
  if (html !== -1 && (json === -1 || html < json)) return "html";
  return json === -1 ? "text" : "json";
}

function page(name: string, detail: string, stack: string | undefined): Html {
  return document(
    html_(
      { lang: "en" },
      head(
        meta({ charset: "utf-8" }),
        meta({ name: "viewport", content: "width=device-width, initial-scale=1" }),
        meta({ name: "color-scheme", content: "light dark" }),
        title(name),
      ),
      body(main(h1(name), p(detail), stack !== undefined && pre(stack))),
    ),
  );
}
