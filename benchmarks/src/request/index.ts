import type { SocketSuite } from "../api.ts";
import { cases } from "./cases.ts";

/** One request over a socket. */
export const request: SocketSuite = {
  kind: "socket",
  name: "request",
  title: "One request over a socket",
  caveats: [
    "Compare CPU µs/request: it hardly depends on how much of a core the server got. req/s and p99 count " +
      "only where the core share is 0.9 or more.",
    "Closed loop on the loopback: each connection waits for its answer, so p50 and p99 are mostly the queue " +
      "(connections / throughput), not what a quiet server needs.",
    "Keep-alive, no pipelining, GET without body, no middleware, no TLS, no cookies, logging off. Real " +
      "applications spend their time elsewhere.",
    "Each server sends its own default headers; only status, media type and body are equal. node:http is " +
      "hand-written for these four routes: no router, no error pages, no limits beyond Node's.",
    "Kernel time of the loopback is part of the CPU time, the same for every server.",
  ],
  reference: "node:http",
  cases,
  engines: [
    {
      name: "bolt",
      own: true,
      packages: ["@watt/bolt", "@watt/jolt", "@watt/capacitor", "@watt/conduit", "@watt/electron"],
      load: async () => (await import("./engines/bolt.ts")).bolt,
    },
    {
      name: "node:http",
      note: "writeHead and end; the page by concatenation",
      packages: [],
      load: async () => (await import("./engines/node-http.ts")).nodeHttp,
    },
    {
      name: "fastify",
      note: "JSON through a response schema; the page by concatenation",
      packages: ["fastify"],
      load: async () => (await import("./engines/fastify.ts")).fastify,
    },
    {
      name: "hono",
      note: "on @hono/node-server; the page by hono/html",
      packages: ["hono", "@hono/node-server"],
      load: async () => (await import("./engines/hono.ts")).hono,
    },
  ],
};
