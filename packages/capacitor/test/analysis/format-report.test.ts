import { describe, expect, test } from "vitest";
import { analyze, formatReport } from "../../src/index.ts";

const route = (line: string, index: number): { method: string; pattern: string; source: string } => {
  const [method = "", pattern = ""] = line.split(" ");
  return { method, pattern, source: `app.ts:${index + 1}` };
};
const report = analyze(["GET /users/:id", "GET /users/:name", "GET /users/me", "POST /users/:id"].map(route));

describe("formatReport", () => {
  test("shows what is found, where, a path and the fix, and then the counts", () => {
    expect(formatReport(report)).toBe(
      `error  duplicate  GET /users/:name (app.ts:2) matches the same paths as GET /users/:id, which was registered first (app.ts:1).
  GET /users/:name  app.ts:2
  GET /users/:id    app.ts:1
  fix:  Remove one of the two, or change the method or a static segment of one; param names do not tell routes apart.

note  method-partial  POST /users/me is answered by POST /users/:id: GET /users/me fits better, but is for GET.
  POST /users/:id  app.ts:4
  GET /users/me    app.ts:3
  path: /users/me  goes to POST /users/:id
  fix:  If that is not what is meant, add POST /users/me, to answer or to refuse it (405).

1 error, 0 warnings, 1 note
4 routes: 1 static, 2 dynamic, 2 shapes, up to 2 segments
GET 2, POST 1`,
    );
  });

  test("leaves notes out, and counts them", () => {
    const text = formatReport(report, { notes: false });
    expect(text).not.toContain("method-partial");
    expect(text).toContain("1 note\n");
  });

  test("lists the routes in their order", () => {
    expect(formatReport(analyze(["GET /:x", "GET /a"].map(route)), { order: true })).toBe(
      `The most specific first:
  GET /a   app.ts:2
  GET /:x  app.ts:1

0 errors, 0 warnings, 0 notes
2 routes: 1 static, 1 dynamic, 2 shapes, up to 1 segments
GET 2`,
    );
  });

  test("has colours only when it is asked for", () => {
    expect(formatReport(report)).not.toContain("\u001b");
    const text = formatReport(report, { color: true });
    expect(text).toContain("\u001b[31merror\u001b[39m  duplicate");
    expect(text).toContain("\u001b[36mnote\u001b[39m  method-partial");
    const [ambiguous] = formatReport(analyze(["GET /:a/b", "GET /a/:b"].map(route)), { color: true }).split("\n");
    expect(ambiguous?.startsWith("\u001b[33mwarning\u001b[39m  ambiguous")).toBe(true);
  });

  test("names few of many routes", () => {
    const digits = Array.from({ length: 10 }, (_, i) => `GET /${i}`);
    const text = formatReport(analyze([...digits, "GET /:x(\\d)", "GET /x"].map(route)));
    expect(text).toContain(
      "GET /0, GET /1, GET /2 and 7 more are better and together answer all paths that it matches.",
    );
    expect(text).toContain("  and 1 more\n");
    expect(text).not.toContain("  GET /9 ");
  });

  test("lets no pattern write to the terminal by control characters", () => {
    const text = formatReport(analyze([{ method: "GET", pattern: "/\u001b[2J(", source: "a\nb" }]));
    expect(text).toContain("GET /\\u001b[2J(  a\\u000ab");
    expect(text).not.toContain("\u001b");
  });

  test("of one route speaks in the singular", () => {
    expect(formatReport(analyze([{ method: "GET", pattern: "/a" }]))).toContain("1 route: 1 static");
  });

  test("of nothing is a line", () => {
    expect(formatReport(analyze([]))).toBe("0 errors, 0 warnings, 0 notes");
  });
});
