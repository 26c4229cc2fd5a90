import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as layout from "../src/image/layout.ts";
import { type ImageRoute, planImage } from "../src/image/plan-image.ts";
import { isPlain } from "../src/path/canonical.ts";
import { parsePattern } from "../src/pattern/parse-pattern.ts";
import { WasmWalker, walkModule } from "../src/radix/wasm-walker.ts";
import { createRouter, EXECUTORS } from "./support.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const run = promisify(execFile);

const WORDS: Readonly<Record<string, string>> = { RECORD: "RECORD_WORDS", TEST: "TEST_WORDS" };

describe("the image", () => {
  const segment = fc.constantFrom("a", "users", "v1", ":x", ":y(int)", "f-:z.png", "*w", "long-segment-of-text");
  const pattern = fc.array(segment, { minLength: 1, maxLength: 5 }).map((all) => {
    return `/${all.map((one, i) => one.replace(/(?<=[:*])\w/, `p${i}`)).join("/")}`;
  });

  test("has no byte that is not written: what is counted is what is used", () => {
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { minLength: 1, maxLength: 40, size: "max" }), (patterns) => {
        const routes = patterns.map((text, id): ImageRoute => {
          return { id, method: "GET", pattern: text, parsed: parsePattern(text, "test") };
        });
        const plan = planImage(routes, Infinity);
        const written = [0x55, 0xaa].map((fill) => {
          const memory = new Uint8Array(plan.bytes + 8).fill(fill);
          const image = plan.write(memory.buffer, 0);
          expect(image.bytes.length).toBe(plan.bytes);
          // Nothing behind it is touched.
          expect([...memory.subarray(plan.bytes)]).toEqual(Array.from({ length: 8 }, () => fill));
          return Buffer.from(image.bytes);
        });
        const unused = written[0]?.filter((byte, i) => byte !== written[1]?.[i]).length ?? NaN;
        expect(unused / plan.bytes).toBe(0);
      }),
      { seed: Number(process.env["WATT_SEED"] ?? 1), numRuns: process.env["WATT_FULL"] === "1" ? 5_000 : 200 },
    );
  });

  test("is the same to JavaScript and to WebAssembly", () => {
    const text = readFileSync(new URL("../assembly/layout.ts", import.meta.url), "utf8");
    const constants = [...text.matchAll(/^export const (\w+): (usize|u32) = (\w+);$/gm)];
    expect(constants.length).toBeGreaterThan(25);
    for (const [, name = "", type, value] of constants) {
      // Records and tests count in words here, in bytes there.
      const here = layout[(WORDS[name] ?? name) as keyof typeof layout];
      expect([name, Number(value)]).toEqual([name, type === "usize" ? 4 * here : here]);
    }
  });

  test("the module in the sources is what the assembly compiles to", { timeout: 60_000 }, async () => {
    await run(process.execPath, ["../../scripts/build-wasm.ts", "walk", "--check"], { cwd: root });
  });
});

describe.each(EXECUTORS)("%s", (executor) => {
  const router = createRouter<string>({ executor });
  for (const pattern of ["/users/:id", "/files/*path", "/a/*mid/z/:last", "/x/*all/y", "/é/:name"]) {
    router.add("GET", pattern, pattern);
  }

  test("runs", () => expect(router.stats().executor).toBe(executor));

  test.each([0, 1, 15, 16, 17, 31, 32, 4_000, 4_096, 5_000, 40_000])("a param of %i characters", (length) => {
    const value = "v".repeat(length);
    const match = router.match("GET", `/users/${value}`);
    expect(match?.params["id"]).toBe(length === 0 ? undefined : value);
    expect(router.match("GET", `/users/${value}%20?q`)?.params["id"]).toBe(`${value} `);
    expect(router.match("GET", `/users/${value}/`)).toBeUndefined();
  });

  // U+012F ends in the byte of a slash, U+0141 in that of an A.
  test.each(["\u012f", "\u0141", "é", "💡", "\u2028"])("%j is a letter like any other", (letter) => {
    expect(router.match("GET", `/users/a${letter}b`)?.params["id"]).toBe(`a${letter}b`);
    expect(router.match("GET", `/users${letter}7`)).toBeUndefined();
    expect(router.match("GET", `/files/a/${letter}`)?.params["path"]).toBe(`a/${letter}`);
    expect(router.match("GET", `/é/${letter}`)?.params["name"]).toBe(letter);
  });

  test("a param behind one of 40,000 characters", () => {
    const pairs = createRouter<string>({ executor });
    pairs.add("GET", "/:a/:b", "pair");
    const match = pairs.match("GET", `/${"v".repeat(40_000)}/b`);
    expect([match?.params["b"], match?.param(1), match?.param(2)]).toEqual(["b", "b", ""]);
  });

  test("a param that is none is empty, whatever was found before", () => {
    const mixed = createRouter<string>({ executor });
    for (const pattern of ["/a/:x/:y/:z", "/b/:x"]) mixed.add("GET", pattern, pattern);
    mixed.match("GET", "/a/1/2/3");
    const match = mixed.match("GET", "/b/four-and-more");
    expect([-1, 0, 1, 2, 3].map((i) => match?.param(i))).toEqual(["", "four-and-more", "", "", ""]);
  });

  // Less is looked for in paths there.
  test("of texts that hold no triplets, a wildcard takes what it takes elsewhere", () => {
    const plain = createRouter<string>({ executor });
    for (const pattern of ["/files/*path", "/users/:id", "/a"]) plain.add("GET", pattern, pattern);
    for (const value of ["a b", 'a"/<b>', "é/💡", "\u012f", "\u2028"]) {
      expect(plain.match("GET", `/files/${value}?q`)?.params["path"]).toBe(value);
      expect(plain.match("GET", `/files/${encodeURI(value)}#q`)?.params["path"]).toBe(value);
    }
    for (const path of ["/files/a\ud800", "/files/\udc00b", "/files/%", "/files/a/%C3", "/a\ud800"]) {
      expect(plain.match("GET", path)).toBeUndefined();
      expect(plain.explain("GET", path).status).toBe(400);
    }
    expect(["/%61", "/a?b", "/a#b", "/\u0061"].map((path) => plain.match("GET", path)?.value)).toEqual(
      Array.from({ length: 4 }, () => "/a"),
    );
  });

  test("each character that is odd somewhere in a segment is seen", () => {
    for (let code = 1; code < 128; code++) {
      const letter = String.fromCharCode(code);
      if ("/?#%".includes(letter)) continue;
      for (const place of [0, 7, 15, 16, 20]) {
        const value = `${"v".repeat(place)}${letter}${"w".repeat(20 - place)}`;
        expect(router.match("GET", `/users/${value}`)?.params["id"]).toBe(value);
      }
    }
  });

  test("more places than there is room for, and a path that is walked again and again", () => {
    const middle = Array.from({ length: 1_499 }, (_, i) => (i % 3 === 0 ? "z" : "y")).join("/");
    expect(router.match("GET", `/a/${middle}`)?.params["last"]).toBe("y");
    expect(router.match("GET", `/a/${middle}/q/q`)).toBeUndefined();
    expect(router.match("GET", `/x/${"y/".repeat(1_500)}x`)).toBeUndefined();
    expect(router.match("GET", `/x/${"y/".repeat(1_500)}y`)?.value).toBe("/x/*all/y");
    expect(router.match("GET", "/users/7")?.params["id"]).toBe("7");
  });

  test("a match keeps its params while others are made", () => {
    const matches = Array.from({ length: 200 }, (_, i) => router.match("GET", `/users/${i}`));
    expect(matches.map((match) => match?.params["id"])).toEqual(matches.map((_, i) => String(i)));
    expect(matches.map((match) => match?.param(0))).toEqual(matches.map((_, i) => String(i)));
  });
});

test("WebAssembly finds plain characters plain, and all others odd", () => {
  const parsed = parsePattern("/:id", "test");
  const plan = planImage([{ id: 0, method: "GET", pattern: "/:id", parsed }], Infinity);
  const walker = WasmWalker.create(plan, walkModule() as NonNullable<ReturnType<typeof walkModule>>);
  for (let code = 1; code < 128; code++) {
    if (code === 47) continue;
    const found = walker?.walk(`/v${String.fromCharCode(code)}w`, 0, false);
    expect([code, found]).toEqual([code, isPlain(code) ? 0 : -2]);
  }
});

test("thousands of tables in WebAssembly are given back, or walked in JavaScript", { timeout: 60_000 }, () => {
  for (let i = 0; i < 3_000; i++) {
    const router = createRouter<number>({ executor: "wasm" });
    router.add("GET", `/r${i}/:id`, i);
    expect(router.match("GET", `/r${i}/7`)?.value).toBe(i);
  }
});

// What a process does that is not allowed something.
async function executorsOf(flags: readonly string[], before: string): Promise<unknown> {
  // After the import, which needs WebAssembly for the types in the sources.
  const program = `const { createRouter } = await import("@watt/capacitor");
    ${before}
    const found = [3, 100].map((routes) => {
      const router = createRouter();
      for (let i = 0; i < routes; i++) router.add("GET", \`/r\${i}/:id/:n(int)\`, i);
      for (let i = 0; i < 200; i++) router.match("GET", \`/r1/a\${i}/\${i}\`).params;
      return [router.stats().executor, { ...router.match("GET", "/r1/a/7").params }];
    });
    console.log(JSON.stringify(found));`;
  const args = ["--conditions=@watt/source", "--input-type=module", ...flags, "-e", program];
  return JSON.parse((await run(process.execPath, args, { cwd: root })).stdout) as unknown;
}

const params = { id: "a", n: 7 };

test.each<[what: string, flags: string[], before: string, small: string, large: string]>([
  ["everything is allowed", [], "", "code", "wasm"],
  ["code from strings is not", ["--disallow-code-generation-from-strings"], "", "walker", "wasm"],
  ["there is no WebAssembly", [], "delete globalThis.WebAssembly;", "code", "walker"],
  [
    "neither is there",
    ["--disallow-code-generation-from-strings"],
    "delete globalThis.WebAssembly;",
    "walker",
    "walker",
  ],
])("where %s, small and large tables are found by what is there", async (_, flags, before, small, large) => {
  expect(await executorsOf(flags, before)).toEqual([
    [small, params],
    [large, params],
  ]);
});

test.each([
  [undefined, "walker"],
  ["code", "code"],
] as const)(
  "a table that was changed 64 times is not worth its code, unless it is asked for: %s gives %s",
  (executor, after) => {
    const router = createRouter<number>(executor && { executor });
    router.add("GET", "/users/:id", 0);
    const executors = Array.from({ length: 66 }, (_, n) => {
      const route = router.add("GET", `/come/${n}/:id`, n);
      const found = router.match("GET", `/come/${n}/7`);
      expect([found?.value, { ...found?.params }]).toEqual([n, { id: "7" }]);
      router.remove(route);
      return router.stats().executor;
    });
    expect([executors[0], executors.at(-1)]).toEqual(["code", after]);
  },
);
