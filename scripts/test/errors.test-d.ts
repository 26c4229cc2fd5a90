import { expectTypeOf, test } from "vitest";
import type { BoltErrorCode, boltErrors } from "../../packages/bolt/src/errors.ts";
import type { CapacitorErrorCode, capacitorErrors } from "../../packages/capacitor/src/errors.ts";
import type { ConduitErrorCode, conduitErrors } from "../../packages/conduit/src/errors.ts";
import type { ElectronErrorCode, electronErrors } from "../../packages/electron/src/errors.ts";
import type { JoltErrorCode, joltErrors } from "../../packages/jolt/src/errors.ts";

test("the union of codes of each package is the keys of its table", () => {
  expectTypeOf<keyof typeof electronErrors>().toEqualTypeOf<ElectronErrorCode>();
  expectTypeOf<keyof typeof capacitorErrors>().toEqualTypeOf<CapacitorErrorCode>();
  expectTypeOf<keyof typeof conduitErrors>().toEqualTypeOf<ConduitErrorCode>();
  expectTypeOf<keyof typeof joltErrors>().toEqualTypeOf<JoltErrorCode>();
  expectTypeOf<keyof typeof boltErrors>().toEqualTypeOf<BoltErrorCode>();
});

test("an unknown code is no code", () => {
  // @ts-expect-error -- not in the union
  const code: ElectronErrorCode = "WATT_ELECTRON_NOPE";
  expectTypeOf(code).toEqualTypeOf<ElectronErrorCode>();
});
