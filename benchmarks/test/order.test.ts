import { expect, test } from "vitest";
import { orderOfRound } from "../src/frame/order.ts";

const engines = ["a", "b", "c", "d"];

test("rounds alternate: even ones run as listed, odd ones backwards", () => {
  expect([0, 1, 2, 3].map((round) => orderOfRound(engines, round).join(""))).toEqual(["abcd", "dcba", "abcd", "dcba"]);
});

test("over two rounds every engine has the same mean place", () => {
  const places = engines.map(
    (engine) => orderOfRound(engines, 0).indexOf(engine) + orderOfRound(engines, 1).indexOf(engine),
  );
  expect(new Set(places)).toEqual(new Set([engines.length - 1]));
});

test("the list itself stays as it was", () => {
  orderOfRound(engines, 1);
  expect(engines).toEqual(["a", "b", "c", "d"]);
});
