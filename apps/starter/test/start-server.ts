import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import type { Todo } from "../src/todo.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

/** The real program in a process of its own. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Ends the process and waits until it is gone; gives its exit code and signal. */
  stop(signal?: NodeJS.Signals): Promise<readonly [number | null, NodeJS.Signals | null]>;
}

/** A folder for the data of one test file. */
export interface DataFolder {
  readonly path: string;
  /** What is stored now. */
  rows(): Todo[];
  /** Replaces what is stored, behind the server's back; ids begin at 1. A title that begins with ✓ is done. */
  fill(titles: readonly string[]): void;
  remove(): void;
}

export function makeDataFolder(): DataFolder {
  const path = mkdtempSync(join(tmpdir(), "watt-starter-"));
  return {
    path,
    rows() {
      // A connection of its own, so that what is asserted is what is in the file and not what the server believes.
      const db = new DatabaseSync(join(path, "todos.sqlite"), { readOnly: true });
      try {
        const rows = db.prepare("SELECT id, title, done FROM todos ORDER BY id").all();
        return rows.map((row) => ({ id: Number(row["id"]), title: String(row["title"]), done: row["done"] === 1 }));
      } finally {
        db.close();
      }
    },
    fill(titles) {
      const db = new DatabaseSync(join(path, "todos.sqlite"), { timeout: 5_000 });
      db.exec("BEGIN IMMEDIATE; DELETE FROM todos; DELETE FROM sqlite_sequence");
      const add = db.prepare("INSERT INTO todos (title, done) VALUES (?, ?)");
      for (const title of titles) add.run(title.replace("✓", ""), Number(title.startsWith("✓")));
      db.exec("COMMIT");
      db.close();
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Starts the program on the data in `folder`; resolves when it has printed its address. */
export async function startServer(folder: string, port: number = 0): Promise<RunningServer> {
  const child = spawn(process.execPath, ["--conditions=@watt/source", main], {
    env: { ...process.env, WATT_DATA: folder, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const url = await Promise.race([readAddress(child.stdout), exited.then(() => undefined)]);
  if (url === undefined) throw new Error(`The server did not start:\n${errors}`);
  return {
    url,
    port: Number(new URL(url).port),
    stop(signal = "SIGTERM") {
      child.kill(signal);
      return exited;
    },
  };
}

async function readAddress(stdout: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  return undefined;
}
