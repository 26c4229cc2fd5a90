import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../../src/cli/run-command.ts";
import type { Report } from "../../src/index.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");

async function run(line: string, color: boolean = false): Promise<{ code: number; out: string; err: string }> {
  const written = { out: "", err: "" };
  const args = line.split(" ").map((arg) => (/\.m?[jt]s$/.test(arg) ? join(FIXTURES, arg) : arg));
  const code = await runCommand(args, {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    color,
  });
  return { code, ...written };
}

const at = (file: string, line: number): string => `${relative(process.cwd(), join(FIXTURES, file))}:${line}`;
const absolute = (place: string): string => join(process.cwd(), place);

describe("capacitor check", () => {
  test("ends with 0 where there are no errors", async () => {
    const { code, out, err } = await run("check good.ts");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(`0 errors, 0 warnings, 1 note
3 routes: 1 static, 2 dynamic, 2 shapes, up to 2 segments
GET 2, POST 1
--notes shows the note.
`);
  });

  test("ends with 1 at an error, and shows where both routes are, and the fix", async () => {
    const { code, out } = await run("check unreachable.ts");
    expect(code).toBe(1);
    expect(out).toContain("error  unreachable  GET /:tab(new|old) is never reached");
    for (const line of [4, 5, 6]) expect(out).toContain(at("unreachable.ts", line));
    expect(out).toContain("  fix:  Remove it");
  });

  test("shows both places of a duplicate that a router refuses while the file is loaded", async () => {
    const { code, out, err } = await run("check duplicate.ts");
    expect(code).toBe(1);
    expect(out).toContain(
      `  GET /users/:name  ${at("duplicate.ts", 6)}\n  GET /users/:id    ${at("duplicate.ts", 4)}\n  fix:  Remove one`,
    );
    expect(out).toMatch(/\n1 error, 0 warnings, 0 notes\n$/);
    expect(err).toBe("capacitor: loading ended at a route that was refused: the others are not checked.\n");
  });

  test("shows where a pattern is that a router cannot read", async () => {
    const { code, out } = await run("check syntax.ts --json");
    const { findings } = JSON.parse(out) as Report;
    expect(code).toBe(1);
    expect(findings).toMatchObject([
      {
        kind: "invalid",
        code: "WATT_CAPACITOR_PATTERN_SYNTAX",
        routes: [{ index: 0, pattern: "/users/:id+", source: absolute(at("syntax.ts", 4)) }],
      },
    ]);
  });

  test.each([
    ["check ambiguous.ts", 0],
    ["check ambiguous.ts --max-warnings 1", 0],
    ["check ambiguous.ts --max-warnings 0", 1],
  ])("%s ends with %i", async (line, expected) => {
    const { code, out, err } = await run(line);
    expect(code).toBe(expected);
    expect(out).toContain(`  GET /a/:b  ${at("ambiguous.ts", 3)}\n  GET /:a/b  shop.ts:7\n`);
    expect(err).toBe(expected === 0 ? "" : "capacitor: more than 0 warnings.\n");
  });

  test("finds the lines of routes that do not tell them", async () => {
    const { out } = await run("check list.mjs --json");
    const { order, findings } = JSON.parse(out) as Report;
    const sources = [...order, findings[0]!.routes[0]!]
      .toSorted((a, b) => a.index - b.index)
      .map(({ source }) => source);
    const [a, b, c, d, e] = [2, 3, 4, 4, 5].map((line) => absolute(at("list.mjs", line)));
    expect(sources).toEqual([a, b, c, d, e!.replace(/:5$/, " (route 4)"), e!.replace(/:5$/, " (route 5)")]);
  });

  test.each([
    ["--export first", 0],
    ["--export second", 1],
    ["--export make", 1],
    ["--export later", 0],
  ])("takes tables with options, and what functions answer: %s", async (flags, expected) => {
    const { code, out } = await run(`check table.mjs ${flags} --json`);
    expect(code).toBe(expected);
    expect((JSON.parse(out) as Report).statistics.routes).toBe(2);
  });

  test.each(["function.mjs", "only.mjs", "busy.mjs"])("takes the export that fits: %s", async (file) => {
    expect((await run(`check ${file}`)).out).toContain("1 route: 1 static");
  });

  test("calls no function but that of the usual names", async () => {
    expect((await run("check only.mjs")).code).toBe(0);
    expect(globalThis).not.toHaveProperty("wasCalled");
  });

  test("shows notes and the order when it is told to", async () => {
    const { out } = await run("check good.ts --notes --order");
    expect(out).toContain("note  method-partial  POST /users/me is answered by POST /users/:id");
    expect(out).toContain(`The most specific first:\n  GET /users/me    ${at("good.ts", 5)}\n`);
    expect(out).not.toContain("--notes shows");
  });

  test("has colours on terminals that show them, but never in JSON", async () => {
    expect((await run("check unreachable.ts", true)).out).toContain("\u001b[31merror");
    expect((await run("check unreachable.ts --json", true)).out).not.toContain("\u001b");
  });
});

describe("capacitor ends with 2", () => {
  test.each([
    ["", "no such command: "],
    ["build a", "no such command: build"],
    ["check", "no file to check"],
    ["check a b c", "one file at a time, not b c as well"],
    ["check good.ts --max-warnings x", "--max-warnings takes a number, not x"],
    ["check good.ts --wrong", "Unknown option '--wrong'"],
  ])("and points to the usage: %s", async (line, problem) => {
    const { code, out, err } = await run(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`capacitor: ${problem}`);
    expect(err).toMatch(/\nTry capacitor --help\.\n$/);
  });

  test("without a command", async () => {
    const written: string[] = [];
    const io = { out: () => {}, err: (text: string) => void written.push(text), color: false };
    expect(await runCommand([], io)).toBe(2);
    expect(written).toEqual(["capacitor: no command\nTry capacitor --help.\n"]);
  });

  test.each([
    ["check missing.ts", /^capacitor: there is no file .*missing\.ts\n$/],
    ["check throws.mjs", /^capacitor: .*throws\.mjs cannot be loaded: the database is not there\n$/],
    ["check table.mjs --export broken", /^capacitor: .*table\.mjs cannot be loaded: no database\n$/],
    [
      "check table.mjs --export wrong",
      /^capacitor: route 0 has no method and pattern: a route is \{ method, pattern, source\? \}\n$/,
    ],
    ["check table.mjs --export nothing", /route 0 has no method and pattern/],
    [
      "check table.mjs --export number",
      /^capacitor: the export number of .*table\.mjs is no router and has no routes\n$/,
    ],
    ["check table.mjs --export fourth", /has no export fourth: it exports broken, first, later, make, .*, wrong\n$/],
    [
      "check table.mjs --export third",
      /^capacitor: WATT_CAPACITOR_OPTION: A router cannot work with maxParamLength = 0\./,
    ],
    [
      "check table.mjs",
      /has more than one export that has routes; it exports broken, first, .* Name one by --export\n$/,
    ],
    ["check nothing.mjs", /has no export that has routes; it exports a\. Name one by --export\n$/],
    ["check empty.mjs", /has no export that has routes; it exports nothing\./],
  ])("where the file cannot be loaded: %s", async (line, problem) => {
    const { code, out, err } = await run(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(problem);
  });

  test("and shows where an error comes from only when it is told to", async () => {
    expect((await run("check throws.mjs")).err).not.toContain("    at ");
    expect((await run("check throws.mjs --verbose")).err).toContain("throws.mjs:1");
  });
});

describe("capacitor tells", () => {
  test.each(["--help", "-h", "check --help"])("its usage: %s", async (line) => {
    const { code, out } = await run(line);
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: capacitor check <file>/);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  test.each(["--version", "-v"])("its version: %s", async (line) => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as {
      version: string;
    };
    expect(await run(line)).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});
