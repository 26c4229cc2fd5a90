import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createOutputPool, div, p } from "@watt/conduit";
import { describe, expect, test } from "vitest";
import { type Answer, bolt, type Servable } from "../src/index.ts";
import { serve, type Server } from "../src/node/index.ts";
import { raw } from "./raw.ts";

const GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

interface Counts {
  leased: number;
  released: number;
}

describe("listening", () => {
  test("on a taken port names the port and the remedy", async () => {
    const app = bolt();
    const server = await serve(app, { port: 0 });
    await expect(serve(app, { port: server.port })).rejects.toThrow(
      new RegExp(`WATT_BOLT_PORT_IN_USE: Port ${server.port} on 127.0.0.1.*another port`),
    );
    await server.close();
  });

  test("on a foreign address is refused with its reason", async () => {
    await expect(serve(bolt(), { port: 0, hostname: "192.0.2.1" })).rejects.toThrow(
      /WATT_BOLT_LISTEN_FAILED.*EADDRNOTAVAIL/,
    );
  });

  test("tells its address", async () => {
    const server = await serve(bolt(), { port: 0 });
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
    expect(server.port).toBeGreaterThan(0);
    await server.close();
  });
});

describe("shutdown", () => {
  test("lets a request finish, tells its client, and closes idle and silent connections at once", async () => {
    const app = bolt();
    app.get("/", () => "x");
    let begun = (): void => {};
    const working = new Promise<void>((resolve) => (begun = resolve));
    app.get("/slow", async () => {
      begun();
      await sleep(100);
      return "finished";
    });
    const server = await serve(app, { port: 0, keepAliveTimeout: 60_000 });
    const silent = raw(server.port);
    const idle = raw(server.port, GET);
    await idle.waitFor(/x$/);
    const slow = raw(server.port, "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    await working;
    const start = performance.now();
    const closed = server.close();
    await Promise.all([silent.ended, idle.ended]);
    expect(slow.received()).toBe("");
    await expect(fetch(server.url)).rejects.toThrow();
    expect(await slow.ended).toMatch(/Connection: close[^]*finished$/);
    await closed;
    expect(performance.now() - start).toBeLessThan(2000);
    expect(await server.close()).toBe(undefined);
    await server.closed;
  });

  test("closes a connection whose answer had begun before, as soon as the answer ends", async () => {
    const app = bolt();
    let finish = (): void => {};
    app.get("/", () => {
      const pieces = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode("begun"));
          finish = () => controller.close();
        },
      });
      return new Response(pieces);
    });
    const server = await serve(app, { port: 0, keepAliveTimeout: 60_000 });
    const client = raw(server.port, GET);
    await client.waitFor(/begun/);
    const start = performance.now();
    const closed = server.close();
    finish();
    expect(await client.ended).toMatch(/begun\r\n0\r\n\r\n$/);
    await closed;
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("cuts off at the deadline", async () => {
    const app = bolt();
    let begun = (): void => {};
    const working = new Promise<void>((resolve) => (begun = resolve));
    app.get("/", () => {
      begun();
      return new Promise(() => {});
    });
    const server = await serve(app, { port: 0 });
    const hanging = raw(server.port, GET);
    await working;
    const start = performance.now();
    await server.close(50);
    expect(performance.now() - start).toBeGreaterThan(40);
    expect(await hanging.ended).toBe("");
  });

  test.each(["SIGTERM", "SIGINT"] as const)(
    "at %s, with the request under way answered and the process gone",
    { timeout: 20_000 },
    async (signal) => {
      const child = spawn(process.execPath, [
        "--conditions=@watt/source",
        fileURLToPath(new URL("fixtures/signal-server.ts", import.meta.url)),
      ]);
      const [line] = (await once(child.stdout, "data")) as [Buffer];
      const answer = fetch(`${line.toString().trim()}/slow`);
      await once(child.stdout, "data");
      child.kill(signal);
      expect(await (await answer).text()).toBe("finished");
      const [code] = (await once(child, "exit")) as [number];
      expect(code).toBe(0);
    },
  );
});

describe("a lease", () => {
  /** Serves an app and counts its leases. */
  async function serveCounted(app: Servable): Promise<{ server: Server; counts: Counts }> {
    const counts = { leased: 0, released: 0 };
    const count = (answer: Answer): Answer => {
      const { release } = answer;
      if (release === undefined) return answer;
      counts.leased++;
      return { ...answer, release: () => (counts.released++, release()) };
    };
    const handle: Servable["handle"] = (view, output, failure) => {
      const answer = app.handle(view, output, failure);
      return answer instanceof Promise ? answer.then(count) : count(answer);
    };
    return { server: await serve({ handle }, { port: 0 }), counts };
  }

  const small = (): ReturnType<typeof div> => div(p("x"));
  const big = (): ReturnType<typeof div> => div(p("x".repeat(200_000)));

  test("is given back once for every page, HEAD and error page", async () => {
    const output = createOutputPool();
    const app = bolt({ report: () => {} });
    app
      .get("/", small)
      .get("/text", () => "x")
      .get("/not-modified", (c) => c.status(304) && small());
    const { server, counts } = await serveCounted({ handle: (view, _, failure) => app.handle(view, output, failure) });
    for (const [path, init] of [
      ["/", {}],
      ["/", { method: "HEAD" }],
      ["/text", {}],
      ["/not-modified", {}],
    ] as const) {
      await (await fetch(server.url + path, init)).arrayBuffer();
    }
    await (await fetch(`${server.url}/nope`, { headers: { Accept: "text/html" } })).text();
    await server.close();
    // HEAD and 304 gave theirs back before they reached the adapter.
    expect(counts).toEqual({ leased: 2, released: 2 });
    expect(output.leased).toBe(0);
  });

  test("is not given back while the client has not taken the bytes, and is when it goes away", async () => {
    const app = bolt();
    app.get("/", () => div(p("x".repeat(20_000_000))));
    const { server, counts } = await serveCounted(app);
    const stalled = raw(server.port, GET);
    stalled.socket.pause();
    while (counts.leased === 0) await sleep(5);
    await sleep(100);
    expect(counts).toEqual({ leased: 1, released: 0 });
    stalled.socket.destroy();
    while (counts.released === 0) await sleep(5);
    await server.close();
    expect(counts).toEqual({ leased: 1, released: 1 });
  });

  test("is given back when the client went away before the page was made", async () => {
    const app = bolt();
    let begun = (): void => {};
    const working = new Promise<void>((resolve) => (begun = resolve));
    app.get("/", async (c) => {
      const { signal } = c;
      begun();
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      return big();
    });
    const { server, counts } = await serveCounted(app);
    const gone = raw(server.port, GET);
    await working;
    gone.socket.destroy();
    while (counts.released === 0) await sleep(5);
    await server.close();
    expect(counts).toEqual({ leased: 1, released: 1 });
  });

  test("keeps pages of many connections apart", async () => {
    const app = bolt();
    app.get("/:letter", (c) => div(c.params.letter.repeat(50_000)));
    const server = await serve(app, { port: 0 });
    await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const letter = String.fromCharCode(97 + (i % 26));
        expect(await (await fetch(`${server.url}/${letter}`)).text()).toBe(`<div>${letter.repeat(50_000)}</div>`);
      }),
    );
    await server.close();
  });
});
