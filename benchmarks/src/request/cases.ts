import type { Exchange, Random, SocketCase } from "../api.ts";
import { integer, word } from "../frame/random.ts";
import { writePage } from "./page.ts";

export const GREETING = "Hello, World!";

const COUNT = 1024;

function one(path: string, body: string): readonly Exchange[] {
  return [{ method: "GET", path, body }];
}

/** 1,024 paths with names of their own, so that no answer can be remembered. */
function many(random: Random, answer: (name: string) => { path: string; body: string }): readonly Exchange[] {
  return Array.from({ length: COUNT }, () => {
    const name = word(random, integer(random, 4, 12)) + integer(random, 0, 1000);
    return { method: "GET", ...answer(name) };
  });
}

function caseOf(name: string, type: string, exchanges: SocketCase["exchanges"]): SocketCase {
  return { name, group: name, type, status: 200, exchanges };
}

export const cases: readonly SocketCase[] = [
  caseOf("plaintext", "text/plain", () => one("/plaintext", GREETING)),
  caseOf("json", "application/json", () => one("/json", JSON.stringify({ message: GREETING }))),
  caseOf("param", "text/plain", (random) => many(random, (name) => ({ path: `/users/${name}`, body: `user ${name}` }))),
  caseOf("html", "text/html", (random) =>
    many(random, (name) => ({ path: `/tasks/of/${name}`, body: writePage(name) })),
  ),
];
