import { describe, expect, test } from "vitest";
import { Ledger } from "../src/check/ledger.ts";
import { CANARY_BYTES, checkCanary, checkPoison, writeCanary, writePoison } from "../src/check/paint.ts";
import { codeOf } from "./code-of.ts";

describe("a ledger", () => {
  test("knows what is held, by number and by object", () => {
    const ledger = new Ledger("a pool");
    const buffer = new Uint8Array(4);
    const row = ledger.take(7, 24, 64, "row");
    ledger.take(buffer, 4, 0);
    expect(row).toMatchObject({ serial: 1, name: "row", bytes: 24, offset: 64 });
    expect(row.site).toMatch(/check\.test\.ts:\d+$/);
    expect([ledger.count, ledger.serial, ledger.find(7), ledger.find(buffer)?.name]).toEqual([2, 2, row, undefined]);
    expect([ledger.expectHeld(7), ledger.release(7), ledger.find(7), ledger.count]).toEqual([row, row, undefined, 1]);
    expect(ledger.release(buffer).serial).toBe(2);
    expect([ledger.count, ledger.serial, ledger.find(8)]).toEqual([0, 2, undefined]);
  });

  test("the site is that of the caller outside of the package, not the name of a function", () => {
    const named = (ledger: Ledger): string[] => [ledger.take(1, 1, 1).site, new Error("here").stack ?? ""];
    const [site = "", stack = ""] = named(new Ledger("a pool"));
    expect(site).toMatch(/^[^ (]*check\.test\.ts:\d+$/);
    expect(stack).toContain(site.replace(/^.*\//, ""));
  });

  test.each([[undefined], ["no places here"]])("an engine with the stack %o has no site, and no error", (stack) => {
    const prepare = Error.prepareStackTrace;
    Error.prepareStackTrace = () => stack;
    try {
      expect(new Ledger("a pool").take(1, 1, 1).site).toBe("an unknown place");
    } finally {
      Error.prepareStackTrace = prepare;
    }
  });

  test("leaves the depth of everybody's stacks as it was", () => {
    const depth = Error.stackTraceLimit;
    Error.stackTraceLimit = 33;
    new Ledger("a pool").take(1, 1, 1);
    expect(Error.stackTraceLimit).toBe(33);
    Error.stackTraceLimit = depth;
  });

  test("the site is known where everybody's stacks have no depth", () => {
    const depth = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    const { site } = new Ledger("a pool").take(1, 1, 1);
    Error.stackTraceLimit = depth;
    expect(site).toMatch(/check\.test\.ts:\d+$/);
  });

  test("a key may come again after its release", () => {
    const ledger = new Ledger("a pool");
    ledger.take(7, 1, 0, "first");
    ledger.release(7);
    ledger.take(7, 1, 0, "second");
    expect([ledger.expectHeld(7).name, ledger.release(7).name]).toEqual(["second", "second"]);
  });

  const handle = 5;
  const object = {};
  test.each([
    [
      "a number that was released",
      handle,
      "release",
      "WATT_ELECTRON_DOUBLE_FREE",
      /allocation #1 "row" \(24 bytes at 64, taken at .*check\.test\.ts:\d+\)/,
    ],
    [
      "an object that was released",
      object,
      "release",
      "WATT_ELECTRON_DOUBLE_FREE",
      /allocation #2 \(8 bytes at 0, taken at /,
    ],
    ["a number that nobody took", 6, "release", "WATT_ELECTRON_FOREIGN_HANDLE", /a pool was given handle 6,/],
    ["an object that nobody took", {}, "release", "WATT_ELECTRON_FOREIGN_HANDLE", /a pool was given an object,/],
    ["a number that was released", handle, "use", "WATT_ELECTRON_USE_AFTER_RELEASE", /allocation #1 "row".* of a pool/],
    ["an object that was released", object, "use", "WATT_ELECTRON_USE_AFTER_RELEASE", /allocation #2 /],
    ["a number that nobody took", 6, "use", "WATT_ELECTRON_FOREIGN_HANDLE", /a pool was given slot 6,/],
  ])("%s (%o) is told at its %s", (_, key, what, code, message) => {
    const ledger = new Ledger("a pool");
    ledger.take(handle, 24, 64, "row");
    ledger.take(object, 8, 0);
    ledger.release(handle);
    ledger.release(object);
    const run = (): unknown => (what === "use" ? ledger.expectHeld(key, "slot 6") : ledger.release(key));
    expect(codeOf(run)).toBe(code);
    expect(run).toThrow(message);
    expect(ledger.count).toBe(0);
  });

  test("remembers the last 1,024 released numbers, and no more", () => {
    const ledger = new Ledger("a pool");
    for (let i = 0; i < 1025; i++) {
      ledger.take(i, 1, i);
      ledger.release(i);
    }
    expect(codeOf(() => ledger.release(0))).toBe("WATT_ELECTRON_FOREIGN_HANDLE");
    expect(codeOf(() => ledger.release(1))).toBe("WATT_ELECTRON_DOUBLE_FREE");
  });

  test("forgets no number that is held, or was released again, however often others come and go", () => {
    const ledger = new Ledger("a pool");
    const turn = (key: number): void => {
      ledger.take(key, 1, 0);
      ledger.release(key);
    };
    turn(-1);
    turn(-2);
    for (let i = 0; i < 1000; i++) turn(i);
    ledger.take(-1, 1, 0, "held");
    turn(-2);
    for (let i = 1000; i < 1100; i++) turn(i);
    expect(ledger.expectHeld(-1).name).toBe("held");
    expect(codeOf(() => ledger.release(-2))).toBe("WATT_ELECTRON_DOUBLE_FREE");
  });

  test("a leak is told with the first five names, those of before are not", () => {
    const ledger = new Ledger("a pool");
    ledger.take(100, 1, 0, "before");
    const since = ledger.serial;
    expect(() => ledger.expectNoneSince(since)).not.toThrow();
    for (let i = 0; i < 7; i++) ledger.take(i, 1, 0, i === 6 ? "six" : undefined);
    ledger.release(0);
    expect(codeOf(() => ledger.expectNoneSince(since))).toBe("WATT_ELECTRON_LEAK");
    expect(() => ledger.expectNoneSince(since)).toThrow(
      /6 allocations of a pool .*: #3 \(check\.test\.ts:\d+\), #4 .*, #5 .*, #6 .*, #7 \(check\.test\.ts:\d+\)\./,
    );
    expect(() => ledger.expectNoneSince(since)).not.toThrow(/"six"|"before"/);
    for (let i = 1; i < 7; i++) ledger.release(i);
    expect(() => ledger.expectNoneSince(since)).not.toThrow();
  });
});

describe("paint", () => {
  test.each(Array.from({ length: CANARY_BYTES }, (_, i) => i))("a canary notices a write to its byte %i", (i) => {
    const bytes = new Uint8Array(32);
    writeCanary(bytes, 5);
    expect(checkCanary(bytes, 5)).toBe(true);
    expect([...bytes.subarray(0, 5), ...bytes.subarray(5 + CANARY_BYTES)].every((byte) => byte === 0)).toBe(true);
    bytes[5 + i] = (bytes[5 + i] as number) ^ 1;
    expect(checkCanary(bytes, 5)).toBe(false);
  });

  test("poison tells the first byte that was written, for every start, end and place", () => {
    for (let start = 0; start < 6; start++) {
      for (let end = start; end < 24; end++) {
        const bytes = new Uint8Array(new ArrayBuffer(40), 3, 30);
        writePoison(bytes, start, end);
        expect(checkPoison(bytes, start, end)).toBe(-1);
        expect([...bytes].filter((byte) => byte !== 0)).toHaveLength(end - start);
        for (let at = end - 1; at >= start; at--) {
          bytes[at] = 1;
          expect(checkPoison(bytes, start, end)).toBe(at);
        }
      }
    }
  });
});
