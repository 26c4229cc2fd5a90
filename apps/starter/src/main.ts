import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "@watt/bolt/node";
import { createApp } from "./app.ts";
import { loadSecret } from "./secret.ts";
import { openTodoStore } from "./todo-store.ts";

const { PORT = "3000", HOST = "127.0.0.1", WATT_DATA } = process.env;
const folder = WATT_DATA ?? fileURLToPath(new URL("../data/", import.meta.url));

mkdirSync(folder, { recursive: true, mode: 0o700 });
const store = openTodoStore(join(folder, "todos.sqlite"));
const app = createApp({ store, secret: loadSecret(folder) });

try {
  const server = await serve(app, { port: Number(PORT), hostname: HOST, signals: true });
  console.log(`Your to-do list: ${server.url}`);
  await server.closed;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  store.close();
}
