import createFastify from "fastify";
import type { AddressInfo } from "node:net";
import type { SocketEngine } from "../../api.ts";
import { GREETING } from "../cases.ts";
import { writePage } from "../page.ts";

/** Its documented fast path: a response schema, from which it compiles the serializer. */
const schema = { response: { 200: { type: "object", properties: { message: { type: "string" } } } } };

export const fastify: SocketEngine = {
  start: async () => {
    const app = createFastify();
    app.get("/plaintext", (_request, reply) => reply.type("text/plain; charset=utf-8").send(GREETING));
    app.get("/json", { schema }, (_request, reply) => reply.send({ message: GREETING }));
    app.get<{ Params: { id: string } }>("/users/:id", ({ params }, reply) =>
      reply.type("text/plain; charset=utf-8").send(`user ${params.id}`),
    );
    app.get<{ Params: { name: string } }>("/tasks/of/:name", ({ params }, reply) =>
      reply.type("text/html; charset=utf-8").send(writePage(params.name)),
    );
    await app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.server.address() as AddressInfo;
    return { port, close: () => app.close() };
  },
};
