import type { Plugin } from "esbuild";
import { describe, expectTypeOf, test } from "vitest";
import type { ViteUserConfig } from "vitest/config";
import { capacitor } from "../../src/unplugin/index.ts";

describe("the plugin", () => {
  test("is one of esbuild", () => {
    expectTypeOf(capacitor.esbuild()).toExtend<Plugin>();
    expectTypeOf(capacitor.esbuild({ code: false, export: "routes" })).toExtend<Plugin>();
  });

  test("is one of Vite, and so of Rollup and Rolldown", () => {
    expectTypeOf({ plugins: [capacitor({ code: true })] }).toExtend<ViteUserConfig>();
  });

  test("knows its options", () => {
    // @ts-expect-error -- code is made or not
    capacitor({ code: "yes" });
    // @ts-expect-error -- options of a router stand where the routes are
    capacitor({ ignoreCase: true });
    // @ts-expect-error -- not one of esbuild
    expectTypeOf(capacitor()).toExtend<Plugin>();
  });
});
