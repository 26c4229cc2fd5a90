import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { a, createOutputPool, div, type Html, p, renderInto, renderToBytes, renderToString } from "../src/index.ts";
import { tape } from "../src/tape/tape.ts";

const FULL = process.env["WATT_FULL"] === "1";
const RUNS = FULL ? 20_000 : 400;

afterAll(() => tape.useExecutor(undefined));

/** What one text is by itself. */
const alone = (text: string): string =>
  new TextDecoder()
    .decode(new TextEncoder().encode(text))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll("\0", "\uFFFD")
    .replaceAll("\r", "&#13;");

// Halves of letters, letters of one to four bytes, and runs of them: around the 16 bytes that are looked at at once.
const unit = fc.constantFrom("\ud83d", "\ude00", "😀", "é", "日", "x", "<", "&", "\0", "\r");
const run = fc.tuple(unit, fc.integer({ min: 1, max: 40 })).map(([one, times]) => one.repeat(times));
const text = fc.array(fc.oneof(unit, run), { maxLength: 8 }).map((parts) => parts.join(""));

describe.each(["wasm", "scalar"] as const)("text in one string, walked by %s", (executor) => {
  test("each is what it is alone, whatever stands beside it", () => {
    tape.useExecutor(executor);
    const texts = fc.array(text, { maxLength: 12, size: "max" });
    fc.assert(
      fc.property(texts, (all) => {
        const html = all
          .map((one) => `<p title="${alone(one)}">${alone(one)}</p><a href="/${alone(one)}"></a>`)
          .join("");
        const view = (): Html => div(all.map((one) => [p({ title: one }, one), a({ href: `/${one}` })]));
        expect(renderToString(view)).toBe(`<div>${html}</div>`);
      }),
      { numRuns: RUNS },
    );
  });

  test.each([
    ["\ud83d", "\ude00"],
    ["x".repeat(15) + "\ud83d", "\ude00"],
    ["x".repeat(16) + "\ud83d", "\ude00" + "y".repeat(40)],
    ["é".repeat(30) + "\ud83d", "\ude00"],
    ["😀".repeat(9) + "\ud83d", "\ude00", "😀"],
    ["x".repeat(4000) + "\ud83d", "\ude00".repeat(2)],
  ])("halves of a letter in two texts stay apart: %#", (...texts) => {
    tape.useExecutor(executor);
    expect(renderToString(() => div(texts))).toBe(`<div>${texts.map(alone).join("")}</div>`);
    expect(renderToString(() => div(texts.map((one) => p(one, "é"))))).toBe(
      `<div>${texts.map((one) => `<p>${alone(one)}é</p>`).join("")}</div>`,
    );
  });

  // What lies behind the window is leased out.
  test.each([
    ["one long text", () => p("<".repeat(100_000))],
    ["one that is longer than the window", () => p("<".repeat(400_000))],
    ["many short ones", () => div(Array.from({ length: 300 }, () => p("<".repeat(900))))],
    ["addresses", () => div(Array.from({ length: 30 }, () => a({ href: "/&".repeat(9_000) })))],
    ["fixed markup", () => div(Array.from({ length: 9_000 }, () => p({ class: "a".repeat(60) })))],
  ])("%s of which each letter grows is written beside nothing that is leased", (_, view) => {
    tape.useExecutor(executor);
    const pool = createOutputPool({ slots: 32 });
    const leases = Array.from({ length: 32 }, (__, i) => renderInto(pool, () => p(i, " is kept")));
    expect(leases.every(({ bytes }) => bytes.buffer === tape.u8.buffer)).toBe(true);
    const before = leases.map(({ bytes }) => bytes.slice());
    const html = renderToBytes(view);
    expect(new TextDecoder().decode(html)).toBe(renderToString(view));
    expect(leases.map(({ bytes }) => bytes.length)).toEqual(before.map((bytes) => bytes.length));
    expect(leases.every(({ bytes }, i) => Buffer.compare(bytes, before[i]!) === 0)).toBe(true);
    for (const lease of leases) lease.release();
  });

  test("a builder that throws after another render came between leaves nothing behind", () => {
    tape.useExecutor(executor);
    const attributes = {
      title: "é",
      get id() {
        return renderToString(() => p("ü"));
      },
      onclick: "refused",
    };
    const texts = tape.texts;
    expect(
      renderToString(() => {
        expect(() => div(attributes as never)).toThrow("WATT_CONDUIT_ATTRIBUTE_FORBIDDEN");
        return div("ö", p("日本"), p({ title: "ä" }, "x"));
      }),
    ).toBe('<div>ö<p>日本</p><p title="ä">x</p></div>');
    expect(tape.texts).toBe(texts);
  });
});
