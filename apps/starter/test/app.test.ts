import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createApp } from "../src/app.ts";
import { openTodoStore, type TodoStore } from "../src/todo-store.ts";
import { makeDataFolder } from "./start-server.ts";

let data: ReturnType<typeof makeDataFolder>;
let store: TodoStore;
let app: ReturnType<typeof createApp>;
let cookie: string;
let token: string;

beforeEach(async () => {
  data = makeDataFolder();
  store = openTodoStore(join(data.path, "todos.sqlite"));
  app = createApp({ store, secret: new Uint8Array(32).fill(7) });
  for (const title of ["a", "b", "c"]) store.add(title);
  store.setDone(2, true);
  const response = await app.request("/");
  cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  token = /name="csrf-token" content="([^"]+)"/.exec(await response.text())?.[1] ?? "";
});

afterEach(() => {
  store.close();
  data.remove();
});

function raise(message: string): never {
  throw new Error(message);
}

type Fields = Readonly<Record<string, string>>;

/** What a form does without Jolt. */
function submit(path: string, fields: Fields): Promise<Response> {
  const body = new URLSearchParams({ _csrf: token, ...fields });
  return app.request(path, { method: "POST", headers: { cookie }, body });
}

/** What Jolt does. */
function jolt(method: string, path: string, fields?: Fields): Promise<Response> {
  const headers = { cookie, Jolt: "1", "X-CSRF-Token": token };
  return app.request(
    path,
    fields === undefined ? { method, headers } : { method, headers, body: new URLSearchParams(fields) },
  );
}

const LONG = "x".repeat(121);

describe("without Jolt", () => {
  test("the page is a page, with Vary, and is not kept", async () => {
    const response = await app.request("/");
    expect(response.status).toBe(200);
    expect(response.headers.get("vary")).toBe("Jolt");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-security-policy")).toMatch(
      /default-src 'self'.*require-trusted-types-for 'script'/,
    );
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });

  test.each([
    ["all", "/", ["a", "b", "c"]],
    ["active", "/?show=active", ["a", "c"]],
    ["completed", "/?show=completed", ["b"]],
  ])("the view %s shows its to-dos", async (_, path, titles) => {
    const html = await (await app.request(path)).text();
    expect([...html.matchAll(/class="title">([^<]*)</g)].map((match) => match[1])).toEqual(titles);
    expect(html).toContain("<strong>2</strong> left");
  });

  test.each<[string, string, Fields, string]>([
    ["adding", "/todos?show=active", { title: "d" }, "/?show=active"],
    [
      "adding to a view that does not show it",
      "/todos?show=completed",
      { title: "d" },
      "/?show=completed&notice=elsewhere",
    ],
    ["renaming", "/todos/1?show=active", { _method: "patch", title: "A" }, "/?show=active#todo-1"],
    ["ticking off", "/todos/1/done", { _method: "put", done: "1" }, "/#todo-1"],
    [
      "ticking off in a view that loses it",
      "/todos/1/done?show=active",
      { _method: "put", done: "1" },
      "/?show=active",
    ],
    ["deleting", "/todos/1", { _method: "delete" }, "/#todo-2"],
    ["deleting the last row", "/todos/3", { _method: "delete" }, "/#todo-2"],
    ["clearing", "/todos/completed?show=active", { _method: "delete" }, "/?show=active"],
    ["renaming what is gone", "/todos/9?show=active", { _method: "patch", title: "A" }, "/?show=active&notice=gone"],
    ["renaming what is gone to nothing", "/todos/9", { _method: "patch", title: "" }, "/?notice=gone"],
    ["ticking off what is gone", "/todos/9/done", { _method: "put", done: "1" }, "/?notice=gone"],
    ["deleting what is gone", "/todos/9", { _method: "delete" }, "/?notice=gone"],
    ["deleting what cannot be an id", "/todos/x1", { _method: "delete" }, "/?notice=gone"],
  ])("%s leads to a page that keeps the view", async (_, path, fields, location) => {
    const response = await submit(path, fields);
    expect([response.status, response.headers.get("location")]).toEqual([303, location]);
    expect(response.headers.get("vary")).toBe("Jolt");
  });

  test.each<[string, string, Fields]>([
    ["an empty title", "/todos?show=active", { title: "  " }],
    ["no title", "/todos?show=active", {}],
    ["a title that is too long", "/todos?show=active", { title: LONG }],
    ["an empty new title", "/todos/1?show=active", { _method: "patch", title: "" }],
    ["a new title that is too long", "/todos/1?show=active", { _method: "patch", title: LONG }],
  ])("%s is refused with 422 on a page that keeps it", async (_, path, fields) => {
    const response = await submit(path, fields);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain(`value="${fields["title"] ?? ""}"`);
    expect(html).toMatch(/aria-invalid="true" aria-describedby="([\w-]+)".*<p id="\1" class="problem" role="alert">/);
    expect(html).toContain('aria-current="page">Active');
    expect(data.rows().map(({ title }) => title)).toEqual(["a", "b", "c"]);
  });

  test.each([
    ["/?edit=9", "/?notice=gone"],
    ["/?edit=1e9&show=active", "/?show=active&notice=gone"],
    ["/todos", "/"],
    ["/todos?show=active", "/?show=active"],
    ["/todos/1?show=active", "/?show=active"],
    ["/todos/9", "/?notice=gone"],
  ])("GET %s leads to the list", async (path, location) => {
    const response = await app.request(path);
    expect([response.status, response.headers.get("location")]).toEqual([303, location]);
  });

  test("a notice is one of ours or none", async () => {
    expect(await (await app.request("/?notice=gone")).text()).toContain("no longer there");
    for (const name of ["You+have+won", "toString", "__proto__"]) {
      const html = await (await app.request(`/?notice=${name}`)).text();
      expect(html).toContain('<output id="status" role="status" aria-live="polite"></output>');
    }
  });

  test("a fault of ours is a 500 that tells no more, and is reported", async () => {
    const report = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const broken = createApp({
      store: { ...store, list: () => raise("the disk is /dev/sda") },
      secret: new Uint8Array(32),
    });
    const response = await broken.request("/");
    const html = await response.text();
    expect(response.status).toBe(500);
    expect(html).toContain("500 · To-do");
    expect(html).not.toContain("sda");
    expect(String(report.mock.calls[0]?.[0])).toContain("sda");
    report.mockRestore();
  });

  test("an error has a page of the house, with every header", async () => {
    const response = await app.request("/nowhere");
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(html).toMatch(/^<!doctype html>.*There is nothing at this address/);
  });
});

describe("with Jolt", () => {
  const targets = (html: string): string[] =>
    [...html.matchAll(/<template jolt-target="([^"]+)"(?: jolt-swap="(\w+)")?/g)].map(
      (m) => `${m[1]} ${m[2] ?? "innerHTML"}`,
    );

  test.each<[string, string, string, Fields | undefined, string[]]>([
    [
      "adding",
      "POST",
      "/todos",
      { title: "d" },
      ["#list beforeend", "#add outerHTML", "#summary outerHTML", "#status innerHTML"],
    ],
    [
      "adding out of view",
      "POST",
      "/todos?show=completed",
      { title: "d" },
      ["#add outerHTML", "#summary outerHTML", "#status innerHTML", "#status innerHTML"],
    ],
    ["renaming", "PATCH", "/todos/1", { title: "A" }, ["#todo-1 outerHTML", "#summary outerHTML", "#status innerHTML"]],
    [
      "ticking off",
      "PUT",
      "/todos/1/done",
      { done: "1" },
      ["#todo-1 outerHTML", "#summary outerHTML", "#status innerHTML"],
    ],
    [
      "ticking off out of view",
      "PUT",
      "/todos/1/done?show=active",
      { done: "1" },
      ["#todo-1 delete", "#toggle-form-3 outerHTML", "#summary outerHTML", "#status innerHTML"],
    ],
    [
      "deleting",
      "DELETE",
      "/todos/1",
      undefined,
      ["#todo-1 delete", "#delete-form-2 outerHTML", "#summary outerHTML", "#status innerHTML"],
    ],
    [
      "clearing",
      "DELETE",
      "/todos/completed",
      undefined,
      ["#todo-2 delete", "#empty outerHTML", "#summary outerHTML", "#status innerHTML"],
    ],
    ["cancelling", "GET", "/todos/1", undefined, ["#todo-1 outerHTML"]],
    ["an action on what is gone", "PUT", "/todos/9/done", { done: "1" }, ["#board outerHTML", "#status innerHTML"]],
    ["editing what is gone", "GET", "/?edit=9", undefined, ["#board outerHTML", "#status innerHTML"]],
  ])("%s answers the parts that changed", async (_, method, path, fields, parts) => {
    const response = await jolt(method, path, fields);
    const html = await response.text();
    expect([response.status, response.headers.get("vary")]).toEqual([200, "Jolt"]);
    expect(html).not.toContain("<!doctype");
    expect(targets(html)).toEqual(parts);
  });

  test.each<[string, string, string, Fields, string]>([
    ["an empty title", "POST", "/todos", { title: "" }, '<form id="add"'],
    ["a title that is too long", "POST", "/todos", { title: LONG }, '<form id="add"'],
    ["an empty new title", "PATCH", "/todos/1", { title: " " }, '<li id="todo-1"'],
    ["a new title that is too long", "PATCH", "/todos/1", { title: LONG }, '<li id="todo-1"'],
  ])("%s is refused with 422 and the form alone", async (_, method, path, fields, begin) => {
    const response = await jolt(method, path, fields);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html.startsWith(begin)).toBe(true);
    expect(html).toContain(`value="${fields["title"]}"`);
    expect(html).toContain('role="alert"');
  });

  test("the row to rename comes alone", async () => {
    const html = await (await jolt("GET", "/?edit=1")).text();
    expect(html).toMatch(/^<li id="todo-1" class="todo editing">.*value="a".*<\/li>$/);
  });

  test("says what happened and how much is left", async () => {
    const html = await (await jolt("POST", "/todos", { title: "d" })).text();
    expect(html).toContain("Added “d”. 3 left.");
  });

  test.each<[string, number, () => Promise<Response>]>([
    [
      "a missing token",
      403,
      () =>
        app.request("/todos", {
          method: "POST",
          headers: { cookie, Jolt: "1" },
          body: new URLSearchParams({ title: "d" }),
        }),
    ],
    ["a bad value", 400, () => jolt("PUT", "/todos/1/done", { done: "maybe" })],
    ["an unknown address", 404, () => jolt("GET", "/nowhere")],
  ])("%s is told in the page's own place, whatever the element wanted", async (_, status, send) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect([response.headers.get("jolt-target"), response.headers.get("jolt-swap")]).toEqual(["#status", "innerHTML"]);
    expect(await response.text()).toMatch(/^<span class="notice"/);
  });
});

describe("files", () => {
  test.each([
    ["/jolt.min.js", "text/javascript; charset=utf-8"],
    ["/assets/starter.css", "text/css; charset=utf-8"],
    ["/assets/starter.js", "text/javascript; charset=utf-8"],
    ["/assets/favicon.svg", "image/svg+xml; charset=utf-8"],
  ])("%s is sent once and then only asked for", async (path, type) => {
    const first = await app.request(path);
    expect([first.status, first.headers.get("content-type"), first.headers.get("cache-control")]).toEqual([
      200,
      type,
      "no-cache",
    ]);
    const again = await app.request(path, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
  });
});

describe("a hostile title", () => {
  test.each([`<img src=x onerror=alert(1)>`, `</script>"'&`])("%s is text wherever it stands", async (title) => {
    const refused = title + "y".repeat(120);
    const answers = [
      await jolt("PATCH", "/todos/1", { title }),
      await app.request("/"),
      await app.request("/?edit=1"),
      await jolt("GET", "/?edit=1"),
      await jolt("PUT", "/todos/1/done", { done: "1" }),
      await submit("/todos", { title: refused }),
      await jolt("DELETE", "/todos/1"),
    ];
    for (const response of answers) {
      const html = await response.text();
      // Our only scripts have a source, and no element of ours is an image.
      expect(html).not.toMatch(/<img|<script(?! src="\/)|alert\(1\)>|"'&(?!#|amp;|lt;|gt;)/);
      expect(html).toMatch(/&lt;img src=x|&lt;\/script&gt;/);
    }
  });
});
