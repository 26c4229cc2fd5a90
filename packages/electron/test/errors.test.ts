import { describe, expect, test, vi } from "vitest";
import { createErrors, electronErrors, isWattError, WattError } from "../src/index.ts";

const table = {
  WATT_TEST_FULL: { message: "{who} has {left} left.", remedy: "Ask {who} again.", status: 413 },
  WATT_TEST_PLAIN: { message: "Nothing to fill.", remedy: "Carry on." },
};
const testError = createErrors(table);

describe("an error of a table", () => {
  test("has code, filled message with remedy, status and cause", () => {
    const cause = new Error("below");
    const error = testError("WATT_TEST_FULL", { who: "Ann", left: 0 }, { cause });
    expect(error.message).toBe("WATT_TEST_FULL: Ann has 0 left. Ask Ann again.");
    expect([error.code, error.status, error.cause, error.name]).toEqual(["WATT_TEST_FULL", 413, cause, "WattError"]);
    expect(error instanceof WattError && error instanceof Error).toBe(true);
  });

  test("without details or status", () => {
    const error = testError("WATT_TEST_PLAIN");
    expect([error.message, error.status, error.details]).toEqual([
      "WATT_TEST_PLAIN: Nothing to fill. Carry on.",
      undefined,
      {},
    ]);
  });

  test("leaves a place that no detail fills, and does not fill from a filled value", () => {
    expect(testError("WATT_TEST_FULL", { who: "{left}", left: 1 }).message).toContain("{left} has 1 left.");
    expect(testError("WATT_TEST_FULL", { who: "Ann" }).message).toContain("Ann has {left} left.");
  });

  test("keeps a frozen copy of its details", () => {
    const details = { who: "Ann", left: 1 };
    const error = testError("WATT_TEST_FULL", details);
    details.left = 2;
    expect([error.details, Object.isFrozen(error.details)]).toEqual([{ who: "Ann", left: 1 }, true]);
  });

  test("shortens what a client may have sent", () => {
    const error = testError("WATT_TEST_FULL", { who: "x".repeat(10_000), left: 1 });
    expect(error.message.length).toBeLessThan(600);
    expect(error.message).toContain("…");
  });
});

describe("isWattError", () => {
  test("knows errors of another copy of this package", async () => {
    vi.resetModules();
    const copy = await import("../src/index.ts");
    expect(copy.WattError).not.toBe(WattError);
    const foreign = copy.createErrors(table)("WATT_TEST_PLAIN");
    expect([
      foreign instanceof WattError,
      isWattError(foreign),
      copy.isWattError(testError("WATT_TEST_PLAIN")),
    ]).toEqual([false, true, true]);
  });

  test.each([[undefined], [null], [0], ["WATT_TEST_PLAIN"], [{ code: "WATT_TEST_PLAIN" }], [new Error("no")]])(
    "is false for %o",
    (value) => {
      expect(isWattError(value)).toBe(false);
    },
  );

  test("survives being thrown", () => {
    expect(() => {
      throw testError("WATT_TEST_PLAIN");
    }).toThrow(WattError);
  });
});

test.each(Object.entries(electronErrors))("%s ends its message and its remedy with a full stop", (code, spec) => {
  expect(code).toMatch(/^WATT_ELECTRON_[A-Z_]+$/);
  expect([spec.message.endsWith("."), spec.remedy.endsWith(".")]).toEqual([true, true]);
});
