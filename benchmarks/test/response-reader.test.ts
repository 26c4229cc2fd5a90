import { describe, expect, test } from "vitest";
import { type AnswerError, type Fault, ResponseReader } from "../src/load/response-reader.ts";

const expected = { status: 200, body: Buffer.from("hello, wörld") };
const LENGTH = expected.body.length;

const whole: readonly (readonly [string, string])[] = [
  ["a length", `HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: ${LENGTH}\r\n\r\nhello, wörld`],
  ["a length in other letters, and no reason", `HTTP/1.1 200\r\ncontent-LENGTH:  ${LENGTH} \r\n\r\nhello, wörld`],
  ["one chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nD\r\nhello, wörld\r\n0\r\n\r\n"],
  ["two chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\nhello, \r\n6\r\nwörld\r\n0\r\n\r\n"],
];

describe("an answer with %s", () => {
  test.each(whole)("with %s is complete at its last byte and not before, wherever it is split", (_, text) => {
    const bytes = Buffer.from(text);
    for (let at = 1; at < bytes.length; at++) {
      const reader = new ResponseReader();
      reader.expect(expected);
      expect(reader.push(bytes.subarray(0, at))).toBe(false);
      expect(reader.push(bytes.subarray(at))).toBe(true);
    }
  });

  test.each(whole)("with %s is complete when its bytes come one by one, twice in a row", (_, text) => {
    const bytes = Buffer.from(text);
    const reader = new ResponseReader();
    for (let round = 0; round < 2; round++) {
      reader.expect(expected);
      const complete = Array.from(bytes, (byte) => reader.push(Buffer.from([byte])));
      expect(complete.lastIndexOf(false)).toBe(bytes.length - 2);
      expect(complete.at(-1)).toBe(true);
    }
  });
});

const head = "HTTP/1.1 200 OK\r\n";
test.each<[string, Fault, string]>([
  ["another status", "status", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"],
  ["another version", "framing", "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"],
  ["no status line", "framing", "200 OK\r\n\r\n"],
  ["another length", "length", `${head}Content-Length: 3\r\n\r\nabc`],
  ["another body", "body", `${head}Content-Length: ${LENGTH}\r\n\r\nhello, worlds`],
  ["no length", "framing", `${head}Date: now\r\n\r\nhello`],
  ["two lengths", "framing", `${head}Content-Length: ${LENGTH}\r\nContent-Length: ${LENGTH}\r\n\r\nhello, wörld`],
  ["a length and chunks", "framing", `${head}Content-Length: ${LENGTH}\r\nTransfer-Encoding: chunked\r\n\r\n`],
  ["a length that is no number", "framing", `${head}Content-Length: +13\r\n\r\n`],
  ["a coding that is not chunked", "framing", `${head}Transfer-Encoding: gzip\r\n\r\n`],
  ["a chunk size that is no number", "framing", `${head}Transfer-Encoding: chunked\r\n\r\nz\r\n`],
  ["a chunk without its end", "framing", `${head}Transfer-Encoding: chunked\r\n\r\n5\r\nhello, wörld\r\n0\r\n\r\n`],
  ["chunks that are too short", "length", `${head}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`],
  ["chunks that are too long", "length", `${head}Transfer-Encoding: chunked\r\n\r\n10\r\nhello, wörld!!!\r\n0\r\n\r\n`],
  ["chunks with another body", "body", `${head}Transfer-Encoding: chunked\r\n\r\n5\r\nhallo\r\n0\r\n\r\n`],
  ["bytes after its end", "framing", `${head}Content-Length: ${LENGTH}\r\n\r\nhello, wörld!`],
  ["a head without end", "framing", `${head}X: ${"x".repeat(20_000)}`],
  ["a header without colon", "framing", `${head}content\r\n\r\n`],
  ["the announcement of a close", "framing", `${head}Connection: close\r\nContent-Length: ${LENGTH}\r\n\r\n`],
])("an answer with %s is a fault of %s", (_, fault, text) => {
  const reader = new ResponseReader();
  reader.expect(expected);
  let thrown: unknown;
  try {
    reader.push(Buffer.from(text));
  } catch (error) {
    thrown = error;
  }
  expect((thrown as AnswerError | undefined)?.fault).toBe(fault);
});

test("bytes before the first request are a fault", () => {
  expect(() => new ResponseReader().push(Buffer.from("HTTP/1.1"))).toThrow("8 bytes that nobody asked for");
});
