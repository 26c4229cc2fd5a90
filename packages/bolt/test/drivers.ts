import type { Bolt } from "../src/index.ts";
import { serve } from "../src/node/index.ts";

/** An app that can be asked, in one way or another. */
export interface Driver {
  send(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<unknown>;
}

/** The ways in which the same cases are run. */
export const drivers: readonly { readonly name: string; open(app: Bolt): Promise<Driver> }[] = [
  {
    name: "app.fetch",
    open: async (app) => ({ send: (path, init) => app.request(path, init), close: async () => {} }),
  },
  {
    name: "serve()",
    open: async (app) => {
      const server = await serve(app, { port: 0 });
      return {
        send: (path, init) => fetch(server.url + path, { redirect: "manual", ...init }),
        close: () => server.close(),
      };
    },
  },
];

/** A multipart body with the given raw parts. */
export function multipart(...parts: string[]): RequestInit {
  const body = parts.map((part) => `--B\r\n${part}\r\n`).join("");
  return { method: "POST", headers: { "Content-Type": "multipart/form-data; boundary=B" }, body: `${body}--B--\r\n` };
}

/** An urlencoded form body. */
export function form(body: string, headers: Record<string, string> = {}, method = "POST"): RequestInit {
  return { method, headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers }, body };
}

/** A JSON body. */
export function json(body: string, headers: Record<string, string> = {}): RequestInit {
  return { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body };
}
