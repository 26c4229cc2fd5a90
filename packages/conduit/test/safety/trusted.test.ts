import { describe, expect, test, vi } from "vitest";
import * as c from "../../src/index.ts";

/** Each kind of trusted value: one, and what writes it. */
const kinds: readonly (readonly [name: string, make: (from: typeof c) => object, write: (value: never) => c.Html])[] = [
  ["HTML", (from) => from.raw("<b>x</b>"), (value) => c.div("a", value)],
  ["HTML that was kept", (from) => from.keep(from.b("x")), (value) => c.div("a", value)],
  ["code", (from) => from.rawScript("x()"), (value) => c.script({}, value)],
  ["a handler", (from) => from.rawScript("x()"), (value) => c.div({ onclick: value })],
  ["JSON", (from) => from.json(["x"]), (value) => c.script({}, value)],
  ["rules", (from) => from.rawCss("x{}"), (value) => c.style({}, value)],
  ["a URL", (from) => from.rawUrl("data:x"), (value) => c.a({ href: value })],
  ["a URL of a list", (from) => from.rawUrl("data:x"), (value) => c.img({ srcset: [{ url: value }] })],
  ["a document", (from) => from.raw("<p>x"), (value) => c.iframe({ srcdoc: value })],
];

const fakes: readonly (readonly [name: string, of: (value: object) => unknown])[] = [
  ["JSON", (value) => JSON.parse(JSON.stringify(value))],
  ["a structured clone", (value) => structuredClone(value)],
  ["a proxy", (value) => new Proxy(value, {})],
  ["an object that inherits from it", (value) => Object.create(value)],
  ["an object of its class", (value) => Object.create(Object.getPrototypeOf(value) as object)],
  ["a copy of its properties", (value) => Object.defineProperties({}, Object.getOwnPropertyDescriptors(value))],
  ["its constructor", (value) => Reflect.construct(value.constructor as new () => object, [])],
];

describe.each(kinds)("trusted %s", (_, make, write) => {
  test("is written", () => expect(c.renderToString(() => write(make(c) as never))).toContain("x"));

  test("is frozen and holds nothing", () => {
    expect(Object.isFrozen(make(c))).toBe(true);
    expect(Reflect.ownKeys(make(c))).toEqual([]);
  });

  test.each(fakes)("is not imitated by %s", (_, fake) => {
    expect(() => c.renderToString(() => write(fake(make(c)) as never))).toThrow("WATT_CONDUIT");
  });

  test("is accepted from a second copy of the package", async () => {
    vi.resetModules();
    const copy = await import("../../src/index.ts");
    expect(copy.rawScript).not.toBe(c.rawScript);
    expect(c.renderToString(() => write(make(copy) as never))).toContain("x");
  });
});

describe("a node", () => {
  const places: readonly (readonly [string, (value: never) => c.Html])[] = [
    ["a child", (value) => c.div("a", value)],
    ["a document", (value) => c.iframe({ srcdoc: value })],
    ["a view", (value) => value],
  ];

  const others = fakes.filter(([name]) =>
    ["JSON", "a structured clone", "an object of its class", "a copy of its properties"].includes(name),
  );

  test.each(others)("is not imitated by %s", (_, fake) => {
    const node = c.p("x");
    expect(c.isHtml(fake(node))).toBe(false);
    for (const [, write] of places) expect(() => c.renderToString(() => write(fake(node) as never))).toThrow("WATT_");
  });

  // A node says where its record is, and that is all it can say: whatever stands for it, as a library's reactive proxy does, shows it.
  test.each([
    ["a proxy", (node: object) => new Proxy(node, {})],
    [
      "a proxy of its own mind",
      (node: object) => new Proxy(node, { get: (target, key) => Reflect.get(target, key, target) as unknown }),
    ],
    ["an object that inherits from it", (node: object) => Object.create(node) as object],
  ])("is shown by %s, as itself", (_, stand) => {
    const other = c.keep(c.b("other"));
    expect(c.renderToString(() => c.div(c.i("before"), stand(c.p("x")) as never, other))).toBe(
      "<div><i>before</i><p>x</p><b>other</b></div>",
    );
    let stale: object = {};
    c.renderToString(() => (stale = c.p("x")) as c.Html);
    expect(() => c.renderToString(() => c.div(stand(stale) as never))).toThrow("WATT_CONDUIT_NODE_EXPIRED");
  });

  test("is not imitated by a proxy of something else that says it is one", () => {
    const prototype = Object.getPrototypeOf(c.p("x")) as object;
    const liar = new Proxy(
      {},
      { getPrototypeOf: () => prototype, get: (_target, key) => (key === "_offset" ? 0 : { state: 0 }) },
    );
    expect(liar instanceof (prototype.constructor as new () => object)).toBe(true);
    expect(c.isHtml(liar)).toBe(false);
    for (const [, write] of places) expect(() => c.renderToString(() => write(liar as never))).toThrow();
  });
});
