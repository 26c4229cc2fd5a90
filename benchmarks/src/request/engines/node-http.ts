import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { SocketEngine } from "../../api.ts";
import { GREETING } from "../cases.ts";
import { writePage } from "../page.ts";

const USERS = "/users/";
const TASKS = "/tasks/of/";

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { "Content-Type": type, "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}

/** What a careful person writes by hand for these four routes and no others. */
export const nodeHttp: SocketEngine = {
  start: async () => {
    const server = createServer(({ url = "" }, response) => {
      if (url === "/plaintext") send(response, "text/plain; charset=utf-8", GREETING);
      else if (url === "/json") send(response, "application/json", JSON.stringify({ message: GREETING }));
      else if (url.startsWith(USERS)) {
        send(response, "text/plain; charset=utf-8", `user ${decodeURIComponent(url.slice(USERS.length))}`);
      } else if (url.startsWith(TASKS)) {
        send(response, "text/html; charset=utf-8", writePage(decodeURIComponent(url.slice(TASKS.length))));
      } else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return { port, close: () => new Promise((resolve) => void server.close(() => resolve())) };
  },
};
