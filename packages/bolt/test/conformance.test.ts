import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answers } from "./cases/answers.ts";
import { jolts } from "./cases/jolt.ts";
import { refusals } from "./cases/refusals.ts";
import { requests } from "./cases/requests.ts";
import { makeApp } from "./conformance-app.ts";
import { type Driver, drivers } from "./drivers.ts";

describe.each(drivers)("$name", ({ open }) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await open(makeApp());
  });
  afterAll(() => driver.close());

  describe.each([
    ["answers", answers],
    ["requests", requests],
    ["jolt", jolts],
    ["refusals", refusals],
  ] as const)("%s", (_name, rows) => {
    test.each(rows)("%s", async (_case, path, init, expected) => {
      const response = await driver.send(path, init);
      const text = await response.text();
      expect(response.status, text).toBe(expected.status);
      if (expected.text !== undefined) expect(text).toBe(expected.text);
      if (expected.part !== undefined) expect(text).toContain(expected.part);
      for (const [name, value] of Object.entries(expected.headers ?? {})) {
        expect(response.headers.get(name), name).toBe(value);
      }
      if (expected.cookies !== undefined) expect(response.headers.getSetCookie()).toEqual(expected.cookies);
    });
  });
});
