import { fileURLToPath } from "node:url";
import { bolt, type Bolt, type Context, type Data, statusOf } from "@watt/bolt";
import { csrf } from "@watt/bolt/csrf";
import { file, files } from "@watt/bolt/files";
import { securityHeaders } from "@watt/bolt/headers";
import { addTodo, clearCompleted, deleteTodo, renameTodo, setTodoDone, showPage, showTodo } from "./todo-actions.ts";
import { at, readShow } from "./show.ts";
import type { TodoStore } from "./todo-store.ts";
import { describeStatus, errorPage } from "./views/error-page.ts";
import { notice } from "./views/messages.ts";

export interface AppOptions {
  readonly store: TodoStore;
  /** 32 random bytes; see `loadSecret`. */
  readonly secret: Uint8Array;
}

/** The application: middleware, files, routes, errors. */
export function createApp({ store, secret }: AppOptions): Bolt {
  const app = bolt();

  app.use(securityHeaders());
  app.use(csrf({ secret }));
  app.use((c, next) => {
    // Going back must show the list as it is, not as it was. Files set a header of their own.
    c.header("Cache-Control", "no-store");
    return next();
  });

  app.get("/jolt.min.js", file(fileURLToPath(import.meta.resolve("@watt/jolt/jolt.min.js"))));
  app.get("/assets/*path", files(new URL("../public/", import.meta.url)));

  app.get("/", (c) => showPage(store, c));
  app.post("/todos", (c) => addTodo(store, c));
  app.delete("/todos/completed", (c) => clearCompleted(store, c));
  app.get("/todos/:id", (c) => showTodo(store, c));
  app.patch("/todos/:id", (c) => renameTodo(store, c));
  app.delete("/todos/:id", (c) => deleteTodo(store, c));
  app.put("/todos/:id/done", (c) => setTodoDone(store, c));
  // Where a refused form leaves a browser without Jolt: asking for that address again leads to the list.
  app.get("/todos", (c) => c.redirect(at("/", readShow(c.query))));

  app.error((error, c) => showError(error, c));
  return app;
}

/** A page for a browser; for Jolt a notice on the page that is there. */
function showError(error: unknown, c: Context): Data {
  const status = statusOf(error);
  c.header("Cache-Control", "no-store");
  return c.jolt
    .page(
      () => errorPage(status),
      () => notice(describeStatus(status), { focus: true }),
      status,
    )
    .into("#status");
}
