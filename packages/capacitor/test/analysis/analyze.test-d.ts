import { expectTypeOf, test } from "vitest";
import {
  analyze,
  createRouter,
  type Finding,
  formatReport,
  type Report,
  type RouteReference,
} from "../../src/index.ts";

test("routes of a router, and plain objects, can be analysed", () => {
  const router = createRouter<() => string>({ mergeSlashes: true });
  expectTypeOf(analyze(router.routes(), router.options)).toEqualTypeOf<Report>();
  expectTypeOf(analyze(new Set([{ method: "GET", pattern: "/a" }]))).toEqualTypeOf<Report>();
  // @ts-expect-error: a route has a method
  analyze([{ pattern: "/a" }]);
  // @ts-expect-error: routes, and not one of them
  analyze({ method: "GET", pattern: "/a" });
  // @ts-expect-error: there is no such option
  analyze([], { trailing: true });
});

test("a report is read only, and its kinds are known", () => {
  const report = analyze([]);
  expectTypeOf(report.findings).toEqualTypeOf<readonly Finding[]>();
  expectTypeOf(report.order).toEqualTypeOf<readonly RouteReference[]>();
  expectTypeOf(report.findings[0]!.witness).toEqualTypeOf<string | undefined>();
  // @ts-expect-error: there is no such kind
  report.findings.filter(({ kind }) => kind === "shadowed");
  // @ts-expect-error: a report is not changed
  report.counts.error = 0;
  // @ts-expect-error: colours are asked for by true
  formatReport(report, { color: "red" });
});
