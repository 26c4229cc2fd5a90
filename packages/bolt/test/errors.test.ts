import { expect, test } from "vitest";
import { boltErrors, httpError } from "../src/index.ts";

test.each(Object.entries(boltErrors))("%s has a message, a remedy and a sane status", (code, spec) => {
  expect(code).toMatch(/^WATT_BOLT_[A-Z_]+$/);
  expect(spec.message).not.toBe("");
  if (code !== "WATT_BOLT_HTTP") expect(spec.remedy).toMatch(/\S/);
  if (spec.status !== undefined) expect(spec.status).toBeGreaterThanOrEqual(400);
});

test("httpError carries its status and its message", () => {
  expect(httpError(409, "Taken {x}.")).toMatchObject({
    code: "WATT_BOLT_HTTP",
    status: 409,
    details: { message: "Taken {x}." },
  });
});
