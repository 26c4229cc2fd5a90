import { expect, test } from "vitest";
import { createRouter } from "../support.ts";

test("a router lists its routes in the order of registration, without those that were removed", () => {
  const router = createRouter<number>();
  const routes = ["/b", "/:a", "/c"].map((pattern, i) => router.add("GET", pattern, i));
  expect(router.routes()).toEqual(routes);
  router.remove(routes[1]!);
  expect(router.routes()).toEqual([routes[0], routes[2]]);
  expect(router.routes()).not.toBe(router.routes());
});

test("a router tells its options", () => {
  expect(createRouter({ ignoreCase: true, maxParamLength: 9 }).options).toEqual({
    ignoreCase: true,
    maxParamLength: 9,
  });
  expect(createRouter().options).toEqual({});
});
