// oxlint-disable-next-line typescript/triple-slash-reference -- as users have it by its name
/// <reference path="../../client.d.ts" />
import { describe, expectTypeOf, test } from "vitest";
import { type Handler, routes } from "./routes.ts";
// oxlint-disable-next-line import/default -- the module that is made has one
import compiled, { createRouter } from "./routes.ts?compiled";
import type { RouteLookup, ValuesOf } from "../../src/compiled/index.ts";
import type { RouteDefinition, Router } from "../../src/index.ts";

describe("ValuesOf", () => {
  test("is what the routes lead to, of whatever has them", () => {
    expectTypeOf<ValuesOf<typeof routes>>().toEqualTypeOf<Handler>();
    expectTypeOf<ValuesOf<Router<Handler>>>().toEqualTypeOf<Handler>();
    expectTypeOf<ValuesOf<{ readonly routes: readonly { readonly value: 1 | 2 }[] }>>().toEqualTypeOf<1 | 2>();
    expectTypeOf<ValuesOf<() => typeof routes>>().toEqualTypeOf<Handler>();
    expectTypeOf<ValuesOf<() => Promise<Router<string>>>>().toEqualTypeOf<string>();
    expectTypeOf<ValuesOf<readonly RouteDefinition[]>>().toEqualTypeOf<unknown>();
    expectTypeOf<ValuesOf<readonly { readonly value?: string }[]>>().toEqualTypeOf<string>();
    expectTypeOf<ValuesOf<readonly { readonly method: string }[]>>().toBeNever();
    expectTypeOf<ValuesOf<7>>().toBeNever();
  });
});

describe("a compiled module", () => {
  test("gives a router of the values it is given", () => {
    expectTypeOf(createRouter(routes)).toEqualTypeOf<RouteLookup<Handler>>();
    expectTypeOf(createRouter(({ pattern }) => pattern.length)).toEqualTypeOf<RouteLookup<number>>();
    // @ts-expect-error -- values come by routes
    createRouter([routes[0]?.value]);
    // @ts-expect-error -- no such executor
    createRouter(routes, { executor: "none" });
  });

  test("has a router whose values are to be told", () => {
    expectTypeOf(compiled).toEqualTypeOf<RouteLookup<unknown>>();
    // @ts-expect-error -- unknown is no handler
    compiled.match("GET", "/")?.value("7");
    expectTypeOf(compiled as RouteLookup<Handler>).toEqualTypeOf<RouteLookup<Handler>>();
  });
});
