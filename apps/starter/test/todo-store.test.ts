import { statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadSecret } from "../src/secret.ts";
import { openTodoStore, type TodoStore } from "../src/todo-store.ts";
import { makeDataFolder } from "./start-server.ts";

let data: ReturnType<typeof makeDataFolder>;
let path: string;
let store: TodoStore;

beforeEach(() => {
  data = makeDataFolder();
  path = join(data.path, "todos.sqlite");
  store = openTodoStore(path);
});

afterEach(() => {
  store.close();
  data.remove();
});

describe("the store", () => {
  test("adds at the end and gives back what it stored", () => {
    expect(store.add("Milk")).toEqual({ id: 1, title: "Milk", done: false });
    store.add("Eggs");
    expect(data.rows().map(({ title }) => title)).toEqual(["Milk", "Eggs"]);
  });

  test("lists by view", () => {
    for (const title of ["a", "b", "c"]) store.add(title);
    store.setDone(2, true);
    expect(store.list("all").map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(store.list("active").map(({ id }) => id)).toEqual([1, 3]);
    expect(store.list("completed")).toEqual([{ id: 2, title: "b", done: true }]);
  });

  test("counts", () => {
    expect(store.counts()).toEqual({ left: 0, completed: 0 });
    for (const title of ["a", "b", "c"]) store.add(title);
    store.setDone(2, true);
    expect(store.counts()).toEqual({ left: 2, completed: 1 });
  });

  test("renames", () => {
    store.add("a");
    expect(store.rename(1, "b")).toEqual({ id: 1, title: "b", done: false });
    expect(data.rows()).toEqual([{ id: 1, title: "b", done: false }]);
  });

  test("sets done, and does not flip it", () => {
    store.add("a");
    store.setDone(1, true);
    expect(store.setDone(1, true)).toEqual({ id: 1, title: "a", done: true });
    expect(store.setDone(1, false)?.done).toBe(false);
  });

  test("removes, and never gives the id again", () => {
    store.add("a");
    expect(store.remove(1)?.title).toBe("a");
    expect(store.add("b").id).toBe(2);
  });

  test("clears what is completed and nothing else", () => {
    for (const title of ["a", "b", "c"]) store.add(title);
    store.setDone(1, true);
    store.setDone(3, true);
    expect(store.clearCompleted()).toEqual([1, 3]);
    expect(data.rows().map(({ id }) => id)).toEqual([2]);
    expect(store.clearCompleted()).toEqual([]);
  });

  test("answers undefined for what is not there", () => {
    expect([store.find(9), store.rename(9, "x"), store.setDone(9, true), store.remove(9)]).toEqual(
      Array(4).fill(undefined),
    );
  });

  test.each([`'; DROP TABLE todos; --`, `<img src=x onerror=alert(1)>`, "💡 \u202e", "x".repeat(120)])(
    "keeps %j as it is",
    (title) => {
      expect(store.add(title).title).toBe(title);
      expect(data.rows()[0]?.title).toBe(title);
    },
  );

  test.each(["", "x".repeat(121)])("has a database that refuses a title of %#", (title) => {
    expect(() => store.add(title)).toThrow(/CHECK/);
  });

  test("keeps everything for the next start", () => {
    store.add("a");
    store.close();
    store = openTodoStore(path);
    expect(store.list("all")).toEqual([{ id: 1, title: "a", done: false }]);
  });

  test("is one for two processes", () => {
    const other = openTodoStore(path);
    store.add("a");
    expect(other.list("all")).toHaveLength(1);
    other.close();
  });

  test("writes ahead (WAL), notes its version, and refuses a newer one", () => {
    store.close();
    const db = new DatabaseSync(path);
    expect(db.prepare("PRAGMA journal_mode").get()).toMatchObject({ journal_mode: "wal" });
    expect(db.prepare("PRAGMA user_version").get()).toMatchObject({ user_version: 1 });
    db.exec("PRAGMA user_version = 99");
    db.close();
    expect(() => openTodoStore(path)).toThrow(/version 99/);
    const mended = new DatabaseSync(path);
    mended.exec("PRAGMA user_version = 1");
    mended.close();
    store = openTodoStore(path);
  });
});

describe("the secret", () => {
  test("is made once, is 32 bytes and for its owner alone", () => {
    const secret = loadSecret(data.path);
    expect(secret).toHaveLength(32);
    expect(loadSecret(data.path)).toEqual(secret);
    expect(statSync(join(data.path, "secret")).mode & 0o777).toBe(0o600);
  });

  test("differs between folders", () => {
    const other = makeDataFolder();
    expect(loadSecret(other.path)).not.toEqual(loadSecret(data.path));
    other.remove();
  });
});
