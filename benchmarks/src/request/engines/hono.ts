import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { html as write } from "hono/html";
import type { AddressInfo } from "node:net";
import type { SocketEngine } from "../../api.ts";
import { GREETING } from "../cases.ts";
import { tasks } from "../page.ts";

// Not called `html` here: formatters indent such templates, which would change what is written.
function page(name: string): ReturnType<typeof write> {
  const items = tasks.map(
    ({ title, owner }) => write`<li class="task"><b>${title}</b> <span class="owner">${owner}</span></li>`,
  );
  return write`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tasks of ${name}</title></head><body><h1>Hello, ${name}</h1><ul class="tasks">${items}</ul><p>${tasks.length} tasks</p></body></html>`;
}

export const hono: SocketEngine = {
  start: async () => {
    const app = new Hono();
    app.get("/plaintext", (c) => c.text(GREETING));
    app.get("/json", (c) => c.json({ message: GREETING }));
    app.get("/users/:id", (c) => c.text(`user ${c.req.param("id")}`));
    app.get("/tasks/of/:name", (c) => c.html(page(c.req.param("name"))));
    const options = { fetch: app.fetch, port: 0, hostname: "127.0.0.1" };
    const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
      const started = serve(options, () => resolve(started));
    });
    const { port } = server.address() as AddressInfo;
    return { port, close: () => new Promise((resolve) => void server.close(() => resolve())) };
  },
};
