import { bolt as createBolt } from "@watt/bolt";
import { serve } from "@watt/bolt/node";
import { b, body, document, each, h1, head, type Html, html_, li, meta, p, span, title, ul } from "@watt/conduit";
import type { SocketEngine } from "../../api.ts";
import { GREETING } from "../cases.ts";
import { tasks } from "../page.ts";

function page(name: string): Html {
  return document(
    html_(
      { lang: "en" },
      head(meta({ charset: "utf-8" }), title("Tasks of ", name)),
      body(
        h1("Hello, ", name),
        ul(
          { class: "tasks" },
          each(tasks, (task) => li({ class: "task" }, b(task.title), " ", span({ class: "owner" }, task.owner))),
        ),
        p(tasks.length, " tasks"),
      ),
    ),
  );
}

export const bolt: SocketEngine = {
  start: async () => {
    const app = createBolt()
      .get("/plaintext", () => GREETING)
      .get("/json", () => ({ message: GREETING }))
      .get("/users/:id", (c) => `user ${c.params.id}`)
      .get("/tasks/of/:name", (c) => page(c.params.name));
    const server = await serve(app, { port: 0, hostname: "127.0.0.1" });
    return { port: server.port, close: () => server.close() };
  },
};
