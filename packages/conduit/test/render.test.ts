import { afterAll, describe, expect, test } from "vitest";
import { createOutputPool, div, p, raw, renderInto, renderToBytes, renderToString, wbr } from "../src/index.ts";
import { tape } from "../src/tape/tape.ts";
import { rendering } from "./cases/rendering.ts";

const text = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
const pool = createOutputPool({ slots: 2 });

afterAll(() => tape.useExecutor(undefined));

describe.each(["wasm", "scalar"] as const)("rendered by the %s executor", (executor) => {
  test.each(rendering)("%s", (_, view, html) => {
    if (tape.layout.walker.executor !== executor) tape.useExecutor(executor);
    const before = { words: tape.words, texts: tape.texts, raws: tape.raws };

    expect(text(renderToBytes(view))).toBe(html);
    expect(renderToString(view)).toBe(html);
    const lease = renderInto(pool, view);
    expect(text(lease.bytes)).toBe(html);
    lease.release();

    expect(tape.layout.walker.executor).toBe(executor);
    expect({ words: tape.words, texts: tape.texts, raws: tape.raws }).toEqual(before);
    expect(pool.leased).toBe(0);
  });

  test.each(rendering)("%s, without a scope", (_, view, html) => {
    if (tape.layout.walker.executor !== executor) tape.useExecutor(executor);
    expect(text(renderToBytes(view()))).toBe(html);
  });
});

describe("leases", () => {
  test("other renders do not touch leased bytes", () => {
    const first = renderInto(pool, () => p("first"));
    const second = renderInto(pool, () => p("second"));
    renderToBytes(() => p("third"));
    expect([text(first.bytes), text(second.bytes)]).toEqual(["<p>first</p>", "<p>second</p>"]);
    expect(pool.leased).toBe(2);
    first.release();
    second.release();
    expect(pool.leased).toBe(0);
  });

  test("while no slot is free the bytes are owned", () => {
    const leases = ["a", "b", "c", "d"].map((s) => renderInto(pool, () => p(s)));
    expect(pool.leased).toBe(2);
    expect(leases.map((lease) => text(lease.bytes))).toEqual(["<p>a</p>", "<p>b</p>", "<p>c</p>", "<p>d</p>"]);
    for (const lease of leases) lease.release();
    expect(pool.leased).toBe(0);
  });

  test("a second release does not free what another render was given", () => {
    const first = renderInto(pool, () => p("first"));
    first.release();
    const second = renderInto(pool, () => p("second"));
    const third = renderInto(pool, () => p("third"));
    first.release();
    const fourth = renderInto(pool, () => p("fourth"));
    expect(text(second.bytes) + text(third.bytes) + text(fourth.bytes)).toBe("<p>second</p><p>third</p><p>fourth</p>");
    for (const lease of [second, third, fourth]) lease.release();
  });

  test.each([
    ["static pieces", () => div(Array.from({ length: 30_000 }, () => wbr()))],
    ["escaped text", () => div(Array.from({ length: 30_000 }, () => "<"))],
    ["trusted bytes", () => div(Array.from({ length: 30_000 }, () => raw("<i>")))],
  ])("a page of %s larger than its slot stays in it", (_, view) => {
    const three = createOutputPool({ slots: 3 });
    const leases = ["a", "b", "c"].map((text) => renderInto(three, () => p(text)));
    const [before, middle, after] = leases.sort((a, b) => a.bytes.byteOffset - b.bytes.byteOffset);
    const neighbours = (): string => text(before!.bytes) + text(after!.bytes);
    const expected = neighbours();
    middle!.release();
    renderInto(three, view).release();
    expect(neighbours()).toBe(expected);
  });

  test("leases of a memory that was replaced stay readable", () => {
    const lease = renderInto(pool, () => p("kept"));
    const { buffer } = tape.layout.walker;
    tape.reserve(tape.layout.sizes.words, 0, 0);
    expect(tape.layout.walker.buffer).not.toBe(buffer);
    renderInto(pool, () => p("other")).release();
    expect(text(lease.bytes)).toBe("<p>kept</p>");
    lease.release();
  });

  test("many pools share one memory, and none takes more than its own or than there is", () => {
    const { layout } = tape;
    const pools = Array.from({ length: 5 }, () => createOutputPool({ slots: 10 }));
    const leases = pools.flatMap((one, n) => Array.from({ length: 12 }, (_, i) => renderInto(one, () => p(n, ".", i))));
    expect(pools.map(({ leased }) => leased)).toEqual([10, 10, 10, 2, 0]);
    const expected = pools.flatMap((_, n) => Array.from({ length: 12 }, (__, i) => `<p>${n}.${i}</p>`));
    expect(leases.map(({ bytes }) => text(bytes))).toEqual(expected);
    for (const lease of leases) lease.release();
    expect(pools.map(({ leased }) => leased)).toEqual([0, 0, 0, 0, 0]);
    for (let n = 0; n < 50; n++) renderInto(pools[n % 5]!, () => p(n)).release();
    expect(tape.layout).toBe(layout);
  });

  test("a view that throws gives its slot back", () => {
    expect(() =>
      renderInto(pool, () => {
        throw new Error("mine");
      }),
    ).toThrow("mine");
    expect(pool.leased).toBe(0);
    expect(tape.depth).toBe(0);
  });
});
