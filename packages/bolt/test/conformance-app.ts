import { body, div, document, html_, p, raw } from "@watt/conduit";
import { bolt, type Bolt, httpError } from "../src/index.ts";

const page = (text: string) => document(html_({ lang: "en" }, body(p(text))));

/** The app that the tables in cases/ ask. */
export function makeApp(): Bolt {
  const app = bolt({ bodyLimit: 1000, report: () => {} });
  addAnswers(app);
  addRequests(app);
  addJolt(app);
  addBodies(app);
  addFailures(app);
  return app;
}

function addAnswers(app: Bolt): void {
  app.get("/html", () => page("<b>&"));
  app.get("/raw", () => raw("<b>bold</b>"));
  app.get("/text", () => "grüß");
  app.get("/bytes", () => new Uint8Array([0, 255, 10]));
  app.get("/json", () => ({ a: [1, "ü"], b: null }));
  app.get("/array", () => [1, 2]);
  app.get("/date", () => new Date(0));
  app.get("/row", () => Object.assign(Object.create(null) as object, { id: 1 }));
  app.get("/null", () => null);
  app.get("/undefined", () => undefined);
  app.get("/empty-string", () => "");
  app.get("/promise", async () => page("later"));
  app.get("/response", () => new Response("own", { status: 418, headers: { "X-Own": "1", "Content-Type": "text/x" } }));
  app.get("/stream", (c) => {
    c.header("X-Context", "1").header("Vary", "Accept");
    const pieces = new ReadableStream({
      start(controller) {
        for (const piece of ["a", "b", "c"]) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    });
    return new Response(pieces, { headers: { Vary: "Jolt" } });
  });
  app.get("/empty-response", () => new Response(null, { status: 204 }));
  app.get("/status", (c) => c.status(201) && { made: true });
  app.get("/not-modified", (c) => {
    c.status(304).header("ETag", '"x"');
    return "never sent";
  });
  app.get("/reset", (c) => {
    c.status(205);
    return "never sent";
  });
  app.get("/headers", (c) => {
    c.header("X-One", "1").header("x-one", "2").header("Vary", "Accept").header("Vary", "accept, Cookie");
    c.header("Content-Type", "text/css");
    return "p{}";
  });
  app.get("/redirect", (c) => c.redirect("/a b?c=ü#d"));
  app.get("/redirect-308", (c) => c.redirect("/x", 308));
  app.get("/redirect-to", (c) => c.redirect(c.query.get("to") ?? ""));
}

function addRequests(app: Bolt): void {
  app.get("/users/:id", (c) => ({ id: c.params.id, method: c.method, path: c.path }));
  app.get("/users/:id/files/*path", (c) => c.params);
  app.get("/query", (c) => ({ all: c.query.getAll("a"), url: c.url.pathname + c.url.search, path: c.path }));
  app.get("/request-header", (c) => ({ mixed: c.headers.get("X-MiXeD"), none: c.headers.get("x-none") }));
  app.get("/cookies", (c) => ({
    a: c.cookies.get("a"),
    b: c.cookies.get("b"),
    c: c.cookies.get("c"),
    proto: c.cookies.get("__proto__"),
  }));
  app.get("/set-cookies", (c) => {
    c.cookies.set("a", "ü; x\r\nSet-Cookie: evil=1");
    c.cookies.set("b", "1");
    c.cookies.set("b", "2", { maxAge: 60, sameSite: "Strict", httpOnly: false, path: "/x", secure: true });
    c.cookies.delete("c");
    return { b: c.cookies.get("b"), c: c.cookies.get("c") ?? "gone" };
  });
}

function addJolt(app: Bolt): void {
  app.get("/jolt", (c) =>
    c.jolt.page(
      () => page("whole"),
      () => div("part"),
    ),
  );
  app.get("/jolt-invalid", (c) =>
    c.jolt.invalid(
      () => page("whole"),
      () => div("part"),
    ),
  );
  app.get("/jolt-redirect", (c) => c.jolt.redirect("/there"));
  app.get("/jolt-parts", (c) => c.jolt.redirect("/there").append("#list", div("row")).remove("#old"));
  app.get("/jolt-status", (c) => {
    c.status(409);
    return c.jolt.page(
      () => page("whole"),
      () => div("part"),
    );
  });
}

function addBodies(app: Bolt): void {
  app.post("/form", async (c) => [...(await c.form())]);
  app.post("/form-twice", async (c) => [
    (await c.form()).get("a"),
    (await c.form()).all("a"),
    (await c.form()).has("b"),
  ]);
  app.post("/json", async (c) => ({ got: await c.json() }));
  app.post("/text", async (c) => c.text());
  app.post("/bytes", async (c) => c.bytes());
  app.post("/ignore", () => "ignored");
  app.post("/both", async (c) => [await c.text(), await c.json()]);
  for (const method of ["put", "patch", "delete"] as const) app[method]("/verbs", (c) => c.method);
}

function addFailures(app: Bolt): void {
  app.get("/throw", () => {
    throw new Error("secret <detail>");
  });
  app.get("/reject", async () => Promise.reject(new Error("secret")));
  app.get("/throw-string", () => {
    throw "secret";
  });
  app.get("/teapot", (c) => {
    c.header("Cache-Control", "public").header("ETag", '"x"').header("X-Kept", "1").redirect("/lost");
    throw httpError(418, "No <coffee>.");
  });
  app.get("/map", () => new Map());
  app.get("/circular", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    return circle;
  });
  app.get("/lazy-throw", () => () => 1);
  app.get("/bad-header", (c) => c.header("X-A", "a\r\nX-Evil: 1") && "no");
  app.get("/bad-name", (c) => c.header("X A", "a") && "no");
  app.get("/wide-header", (c) => c.header("X-A", "€") && "no");
  app.get("/framing", (c) => c.header("Transfer-Encoding", "chunked") && "no");
  app.get("/bad-status", (c) => c.status(99) && "no");
  app.get("/bad-cookie", (c) => {
    c.cookies.set("a b", "1");
  });
}
