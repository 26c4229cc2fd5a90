import { Worker } from "node:worker_threads";
import { describe, expect, test, vi } from "vitest";
import { compile } from "../../src/index.ts";
import { RoutesPublisher, RoutesReader } from "../../src/shared/index.ts";
import { errorOf } from "../support.ts";
import { answerOf, tableOf } from "./swapped-tables.ts";

const image = (number: number): Uint8Array => compile(tableOf(number)).image;
const BYTES = image(6).length + 64;
const name = ({ method, pattern }: { method: string; pattern: string }): string => `${method} ${pattern}`;

describe("shared routes", () => {
  test("a reader sees what was published last, and keeps it until it asks again", () => {
    const publisher = new RoutesPublisher({ bytes: BYTES, readers: 1 });
    const reader = new RoutesReader(publisher.memory, name);
    expect(errorOf(() => reader.current()).code).toBe("WATT_CAPACITOR_IMAGE");
    expect(reader.version).toBe(-1);
    publisher.publish(image(1));
    const first = reader.current();
    const match = first.match("GET", "/k1/r3/a");
    for (let number = 2; number < 12; number++) {
      publisher.publish(image(number));
      expect(first.match("GET", "/k1/r3/b")?.value).toBe("GET /k1/r3/:id");
    }
    expect(match?.params["id"]).toBe("a");
    expect(reader.current().match("GET", "/k4/r3/c")?.value).toBe("GET /k4/r3/:id");
    expect(reader.current()).toBe(reader.current());
  });

  test.each([1, 2, 5])("however far behind %i readers are, there is room for the next image", (readers) => {
    const publisher = new RoutesPublisher({ bytes: BYTES, readers });
    const all = Array.from({ length: readers }, () => new RoutesReader(publisher.memory, name));
    const held = all.map((reader, i) => {
      publisher.publish(image(i));
      return reader.current();
    });
    for (let number = readers; number < readers + 20; number++) publisher.publish(image(number));
    for (const [i, router] of held.entries()) {
      expect(router.match("GET", "/table")?.route.doc).toEqual({ table: i });
      expect(router.match("GET", `/k${i}/r0/a`)?.value).toBe(`GET /k${i}/r0/:id`);
    }
    expect(new Set(all.map((reader) => reader.current().match("GET", "/table")?.route.doc)).size).toBe(readers);
  });

  test("a reader that is overtaken between its look and its claim does not use what it looked at", () => {
    const publisher = new RoutesPublisher({ bytes: BYTES, readers: 1 });
    const reader = new RoutesReader(publisher.memory, name);
    publisher.publish(image(1));
    type Store = (words: Int32Array, at: number, value: number) => number;
    const overtaken = vi.spyOn(Atomics as { store: Store }, "store").mockImplementationOnce((words, at, value) => {
      overtaken.mockRestore();
      // Comes back to the slot that the reader has seen.
      for (const number of [2, 3, 4]) publisher.publish(image(number));
      return Atomics.store(words, at, value);
    });
    expect(reader.current().match("GET", "/table")?.route.doc).toEqual({ table: 4 });
    expect(reader.version).toBe(3);
  });

  test("an image that is too large changes nothing, and says how large it is", () => {
    const publisher = new RoutesPublisher({ bytes: image(0).length, readers: 1 });
    const reader = new RoutesReader(publisher.memory, name);
    publisher.publish(image(0));
    const error = errorOf(() => publisher.publish(image(6)));
    expect([error.code, error.details]).toEqual([
      "WATT_CAPACITOR_SHARED_ROOM",
      { bytes: image(6).length, room: (image(0).length + 7) & ~7 },
    ]);
    expect(reader.current().match("GET", "/table")?.route.doc).toEqual({ table: 0 });
  });

  test("readers are as many as were asked for; places come back", () => {
    const publisher = new RoutesPublisher({ bytes: BYTES, readers: 2 });
    publisher.publish(image(1));
    const [a, b] = [new RoutesReader(publisher.memory, name), new RoutesReader(publisher.memory, name)];
    expect(errorOf(() => new RoutesReader(publisher.memory, name)).code).toBe("WATT_CAPACITOR_SHARED_READERS");
    b.current();
    b[Symbol.dispose]();
    expect(new RoutesReader(publisher.memory, name).reader).toBe(b.reader);
    // Of one whose thread has ended.
    a.current();
    publisher.release(a.reader);
    expect(new RoutesReader(publisher.memory, name).reader).toBe(a.reader);
  });

  test.each([
    ["bytes", { bytes: 0, readers: 1 }],
    ["bytes", { bytes: 1.5, readers: 1 }],
    ["readers", { bytes: 1, readers: 0 }],
    ["readers", { bytes: 1, readers: 1_001 }],
  ])("refuses %s of %j", (option, options) => {
    const error = errorOf(() => new RoutesPublisher(options));
    expect([error.code, error.details["name"]]).toEqual(["WATT_CAPACITOR_SHARED_OPTION", option]);
  });

  test("memory of something else is refused", () => {
    for (const bytes of [0, 64, 4_096]) {
      const error = errorOf(() => new RoutesReader(new SharedArrayBuffer(bytes), name));
      expect(error.code).toBe("WATT_CAPACITOR_IMAGE");
    }
  });
});

test.each(["walker", "wasm"] as const)(
  "1,000 tables are swapped while threads look up (%s), and no lookup sees a mix",
  { timeout: 60_000 },
  async (executor) => {
    const images = Array.from({ length: 1_000 }, (_, number) => image(number));
    const publisher = new RoutesPublisher({ bytes: Math.max(...images.map(({ length }) => length)), readers: 2 });
    publisher.publish(images[0] as Uint8Array);
    const stop = new SharedArrayBuffer(4);
    const reports = [0, 1].map(() => {
      const worker = new Worker(new URL("./swap-thread.ts", import.meta.url), {
        workerData: { memory: publisher.memory, executor, stop },
        execArgv: ["--conditions=@watt/source"],
      });
      return new Promise<{ seen: number; lookups: number; wrong?: string; last: number }>((resolve, reject) => {
        worker.on("message", resolve);
        worker.on("error", reject);
      });
    });
    for (const [number, bytes] of images.entries()) {
      if (number > 0) publisher.publish(bytes);
      // Lets readers in between, so that they see many of them.
      if (number % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    }
    Atomics.store(new Int32Array(stop), 0, 1);
    for (const { seen, lookups, wrong, last } of await Promise.all(reports)) {
      expect(wrong).toBeUndefined();
      expect(last).toBe(999);
      expect(seen).toBeGreaterThan(20);
      expect(lookups).toBeGreaterThan(1_000);
    }
    // The answers differ from table to table, or nothing would be shown.
    expect(answerOf(1, "/k1/r0/a")).not.toBe(answerOf(2, "/k1/r0/a"));
  },
);
