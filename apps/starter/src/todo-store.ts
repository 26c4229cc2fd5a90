import { DatabaseSync } from "node:sqlite";
import type { Show } from "./show.ts";
import type { Counts, Todo } from "./todo.ts";

/** Where to-dos live. Every change is on disk when its method returns. */
export interface TodoStore {
  list(show: Show): Todo[];
  find(id: number): Todo | undefined;
  counts(): Counts;
  add(title: string): Todo;
  /** Returns the to-do as it is now, or `undefined` if it is gone. */
  rename(id: number, title: string): Todo | undefined;
  /** Sets and does not flip, so that two tabs that ask for the same get the same. `undefined` if it is gone. */
  setDone(id: number, done: boolean): Todo | undefined;
  /** Returns what was deleted, or `undefined` if it was gone before. */
  remove(id: number): Todo | undefined;
  /** Returns the ids of what was deleted. */
  clearCompleted(): number[];
  close(): void;
}

/** Migration n takes the database from version n to n + 1. Append; what has been released does not change. */
const MIGRATIONS = [
  // AUTOINCREMENT never gives an id twice: a page in an old tab must not delete a newer to-do.
  `CREATE TABLE todos (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
  ) STRICT`,
];

const COLUMNS = "id, title, done";

interface Row {
  readonly id: number;
  readonly title: string;
  readonly done: 0 | 1;
}

/** Opens the database, and makes it or brings it up to date first. */
export function openTodoStore(path: string): TodoStore {
  const db = new DatabaseSync(path, { timeout: 5_000 });
  // FULL: a commit has reached the disk before the request is answered.
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  migrate(db);
  const list = db.prepare(`SELECT ${COLUMNS} FROM todos ORDER BY id`);
  const listDone = db.prepare(`SELECT ${COLUMNS} FROM todos WHERE done = ? ORDER BY id`);
  const find = db.prepare(`SELECT ${COLUMNS} FROM todos WHERE id = ?`);
  const counts = db.prepare(
    "SELECT count(*) FILTER (WHERE NOT done) AS left, count(*) FILTER (WHERE done) AS completed FROM todos",
  );
  const add = db.prepare(`INSERT INTO todos (title) VALUES (?) RETURNING ${COLUMNS}`);
  const rename = db.prepare(`UPDATE todos SET title = ? WHERE id = ? RETURNING ${COLUMNS}`);
  const setDone = db.prepare(`UPDATE todos SET done = ? WHERE id = ? RETURNING ${COLUMNS}`);
  const remove = db.prepare(`DELETE FROM todos WHERE id = ? RETURNING ${COLUMNS}`);
  const clear = db.prepare("DELETE FROM todos WHERE done RETURNING id");
  return {
    list: (show) => (show === "all" ? list.all() : listDone.all(Number(show === "completed"))).map(toTodo),
    find: (id) => toTodoOrNone(find.get(id)),
    counts: () => ({ ...counts.get() }) as unknown as Counts,
    add: (title) => toTodo(add.get(title)),
    rename: (id, title) => toTodoOrNone(rename.get(title, id)),
    setDone: (id, done) => toTodoOrNone(setDone.get(Number(done), id)),
    remove: (id) => toTodoOrNone(remove.get(id)),
    clearCompleted: () => clear.all().map((row) => row["id"] as number),
    close: () => db.close(),
  };
}

function migrate(db: DatabaseSync): void {
  // IMMEDIATE: of two processes that start at once, the second waits and finds the work done.
  db.exec("BEGIN IMMEDIATE");
  try {
    const version = (db.prepare("PRAGMA user_version").get() as { user_version: number }).user_version;
    if (version > MIGRATIONS.length) {
      throw new Error(`The database has version ${version}, and this program knows ${MIGRATIONS.length}: it is older.`);
    }
    for (const migration of MIGRATIONS.slice(version)) db.exec(migration);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}; COMMIT`);
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}

function toTodo(row: unknown): Todo {
  const { id, title, done } = row as Row;
  return { id, title, done: done === 1 };
}

function toTodoOrNone(row: unknown): Todo | undefined {
  return row === undefined ? undefined : toTodo(row);
}
