import { describe, expect, test } from "vitest";
import { bolt, httpError, type Middleware } from "../src/index.ts";
import { securityHeaders } from "../src/headers/index.ts";
import { form } from "./drivers.ts";

describe("middleware", () => {
  test("runs outermost first, around routes and misses, and stays synchronous", async () => {
    const steps: string[] = [];
    const step =
      (name: string): Middleware =>
      (_c, next) => {
        steps.push(`${name} in`);
        const answer = next();
        steps.push(`${name} out ${answer instanceof Promise}`);
        return answer;
      };
    const app = bolt().use(step("a")).use(step("b"));
    app.get("/", () => void steps.push("handler"));
    await app.request("/");
    expect(steps).toEqual(["a in", "b in", "handler", "b out false", "a out false"]);
    steps.length = 0;
    expect((await app.request("/nope")).status).toBe(404);
    expect(steps).toEqual(["a in", "b in"]);
  });

  test("may answer by itself, change the answer, or leave it as it is", async () => {
    const app = bolt();
    app.use((c, next) => (c.path === "/own" ? "own" : next()));
    app.use(async (c, next) => (c.path === "/changed" ? { was: await next() } : next()));
    app.use((_c, next) => {
      next();
    });
    app.use(async (_c, next) => {
      await next();
    });
    app
      .get("/changed", () => "inner")
      .get("/kept", async () => "kept")
      .get("/own", () => "never");
    expect(await (await app.request("/own")).text()).toBe("own");
    expect(await (await app.request("/changed")).text()).toBe('{"was":"inner"}');
    expect(await (await app.request("/kept")).text()).toBe("kept");
  });

  test("adds typed state, a new one for each request", async () => {
    const user: Middleware<{ user: string; count: number }> = (c, next) => {
      c.state.user = c.headers.get("x-user") ?? "nobody";
      c.state.count = (c.state.count ?? 0) + 1;
      return next();
    };
    const app = bolt().use(user);
    app.get("/", (c) => `${c.state.user} ${c.state.count}`);
    expect(await (await app.request("/", { headers: { "x-user": "ada" } })).text()).toBe("ada 1");
    expect(await (await app.request("/")).text()).toBe("nobody 1");
  });

  const silent: Middleware = function forgetful() {};
  const twice: Middleware = function eager(_c, next) {
    next();
    return next();
  };
  test.each([
    ["that neither answers nor calls next", silent, "WATT_BOLT_MIDDLEWARE_SILENT", "forgetful"],
    ["that calls next twice", twice, "WATT_BOLT_NEXT_TWICE", "eager"],
  ])("%s is reported by name", async (_name, middleware, code, name) => {
    const reported: unknown[] = [];
    const app = bolt({ report: (error) => reported.push(error) }).use(middleware);
    app.get("/", () => "x");
    expect((await app.request("/")).status).toBe(500);
    expect(reported).toMatchObject([{ code, details: { name } }]);
  });

  test("that comes after the first request is refused", async () => {
    const app = bolt();
    await app.request("/");
    expect(() => app.use((_c, next) => next())).toThrow(/WATT_BOLT_MIDDLEWARE_LATE.*middleware\.test\.ts:\d+/);
  });

  test("that gives up on a handler does not end the process when the handler fails later", async () => {
    const app = bolt().use((_c, next) => {
      void next();
      return "gave up";
    });
    app.get("/", async () => Promise.reject(new Error("late")));
    expect(await (await app.request("/")).text()).toBe("gave up");
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
});

describe("error pages", () => {
  test("of the app's own", async () => {
    const reported: unknown[] = [];
    const app = bolt({ report: (error) => reported.push(error) });
    app.get("/throw", () => {
      throw new Error("x");
    });
    app.get("/gone", () => {
      throw httpError(410, "It was here.");
    });
    app.get("/lost", () => {
      throw httpError(404, "No such thing.");
    });
    app.error((error, c) => (c.path === "/gone" ? undefined : `own: ${String(error)}`));
    app.notFound(async (c) => `nothing at ${c.path}`);
    const ask = async (path: string): Promise<string> => {
      const response = await app.request(path);
      return `${response.status} ${await response.text()}`;
    };
    expect(await ask("/throw")).toBe("500 own: Error: x");
    expect(await ask("/gone")).toBe("410 410 Gone\nIt was here.\n");
    expect(await ask("/nope")).toBe("404 nothing at /nope");
    expect(await ask("/lost")).toBe("404 nothing at /lost");
    expect(reported).toHaveLength(1);
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("page");
      },
    ],
    [
      "rejects",
      async () => {
        throw new Error("page");
      },
    ],
    ["answers nonsense", () => new Map()],
  ])("that %s leaves a plain 500", async (_name, handler) => {
    const reported: string[] = [];
    const app = bolt({ report: (error) => reported.push(String(error)) });
    app.get("/", () => {
      throw new Error("first");
    });
    app.error(handler);
    const response = await app.request("/");
    expect(response.status).toBe(500);
    expect(await response.text()).toBe("500 Server error\n");
    expect(reported).toHaveLength(2);
    expect(reported[0]).toBe("Error: first");
  });

  test("in development show message and stack, escaped", async () => {
    const app = bolt({ development: true, report: () => {} });
    app.get("/", () => {
      throw new Error("<boom>");
    });
    const text = await (await app.request("/", { headers: { Accept: "text/html" } })).text();
    expect(text).toContain("&lt;boom&gt;");
    expect(text).toContain("middleware.test.ts");
    expect(text).not.toContain("<boom>");
  });
});

describe("securityHeaders", () => {
  const app = bolt({ report: () => {} }).use(securityHeaders());
  app.get("/", () => "x").get("/own", (c) => c.header("content-security-policy", "default-src 'none'") && "x");
  app.get("/response", () => new Response("x", { headers: { "X-Frame-Options": "SAMEORIGIN" } }));
  app.get("/throw", () => {
    throw new Error("x");
  });
  test.each(["/", "/nope", "/%zz", "/throw", "/own", "/response"])("are on the answer to %s", async (path) => {
    const { headers } = await app.request(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("content-security-policy")).toBe(
      path === "/own"
        ? "default-src 'none'"
        : "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; " +
            "require-trusted-types-for 'script'; trusted-types jolt",
    );
    expect(headers.get("x-frame-options")).toBe(path === "/response" ? "SAMEORIGIN" : "DENY");
  });

  test("a policy that cannot be a header fails at registration", () => {
    expect(() => securityHeaders({ csp: "default-src\r\nX: 1" })).toThrow(/WATT_BOLT_HEADER_INVALID/);
  });
});

describe("routes", () => {
  test("that are taken name both places", () => {
    const app = bolt();
    app.get("/a/:id", () => 1 as never);
    let message = "";
    try {
      app.get("/a/:name", () => "x");
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain("/a/:name");
    const places = message.match(/middleware\.test\.ts:\d+/g);
    expect(new Set(places).size, message).toBe(2);
  });

  test("of a fetch without this", async () => {
    const app = bolt();
    app.get("/", () => "x");
    const { fetch } = app;
    expect(await (await fetch(new Request("http://h/#hash"))).text()).toBe("x");
  });

  test("a form for _method is read only where a route may want it", async () => {
    const app = bolt();
    let pulled = false;
    const body = (): ReadableStream =>
      new ReadableStream(
        {
          pull: (controller) => {
            pulled = true;
            controller.close();
          },
        },
        { highWaterMark: 0 },
      );
    app
      .post("/upload", () => "kept")
      .delete("/todos/:id", () => "gone")
      .post("/todos/:id", () => "posted");
    const init = { ...form(""), duplex: "half" } as RequestInit;
    await app.request("/upload", { ...init, body: body() });
    expect(pulled).toBe(false);
    expect(await (await app.request("/todos/1", { ...init, body: body() })).text()).toBe("posted");
    expect(pulled).toBe(true);
  });
});

describe("a body over the limit, through app.fetch,", () => {
  const app = bolt({ bodyLimit: 100_000 });
  app.post("/", async (c) => c.text());
  const ask = async (headers: Record<string, string>): Promise<{ status: number; pulls: number }> => {
    let pulls = 0;
    const endless = new ReadableStream(
      {
        pull(controller) {
          if (pulls++ > 1000) controller.close();
          else controller.enqueue(new Uint8Array(50_000));
        },
      },
      { highWaterMark: 0 },
    );
    const response = await app.request("/", { method: "POST", headers, body: endless, duplex: "half" } as RequestInit);
    return { status: response.status, pulls };
  };

  test("is not read at all when its length says so", async () => {
    expect(await ask({ "Content-Length": "100001" })).toEqual({ status: 413, pulls: 0 });
  });

  test("is read no further than the limit when it has no length", async () => {
    expect(await ask({})).toEqual({ status: 413, pulls: 3 });
  });
});
