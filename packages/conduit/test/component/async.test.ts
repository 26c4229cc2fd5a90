import { describe, expect, test } from "vitest";
import {
  b,
  component,
  createOutputPool,
  div,
  each,
  type Html,
  i,
  keep,
  li,
  p,
  pre,
  renderInto,
  renderToBytes,
  renderToString,
  section,
  script,
  span,
  textarea,
  title,
  ul,
} from "../../src/index.ts";
import { tape } from "../../src/tape/tape.ts";

const after = <Value>(ms: number, value: Value): Promise<Value> =>
  new Promise((resolve) => setTimeout(resolve, ms, value));
const constant = p("constant");

describe("a view that waits", () => {
  test.each<[string, () => Promise<Html>, string]>([
    ["a promise as a child", async () => div("a", after(1, "<"), "b"), "<div>a&lt;b</div>"],
    ["a promise as the first child", async () => div(after(1, b("x"))), "<div><b>x</b></div>"],
    ["promises in a list", async () => ul([after(3, li(1)), after(1, li(2))]), "<ul><li>1</li><li>2</li></ul>"],
    [
      "a promise of a list of promises",
      async () => div(after(1, ["a", after(1, b("c")), [after(0, 1)]])),
      "<div>a<b>c</b>1</div>",
    ],
    ["a promise of nothing", async () => div(after(1, null), after(1, false), after(1, undefined)), "<div></div>"],
    ["in <title>", async () => title("a ", after(1, "<b>")), "<title>a &lt;b&gt;</title>"],
    ["in <textarea> with a line end", async () => textarea(after(1, "\nx")), "<textarea>\n\nx</textarea>"],
    ["in <pre> with a line end", async () => pre(after(1, "\nx")), "<pre>\n\nx</pre>"],
    ["after attributes", async () => div({ id: "a" }, after(1, "x")), '<div id="a">x</div>'],
    ["in each", async () => ul(each([1, 2], (n) => after(3 - n, li(n)))), "<ul><li>1</li><li>2</li></ul>"],
    [
      "a node made before an await",
      async () => {
        const node = b("x");
        await after(1, 0);
        return div(node);
      },
      "<div><b>x</b></div>",
    ],
    [
      "nodes made before, during and after, in another order",
      async () => {
        const first = b("1");
        const second = after(1, 0).then(() => i("2"));
        await after(2, 0);
        const third = span("3");
        return div(third, await second, first, constant);
      },
      "<div><span>3</span><i>2</i><b>1</b><p>constant</p></div>",
    ],
    [
      "a node used twice",
      async () => {
        const node = b("x");
        await after(1, 0);
        return div(node, after(1, node), node);
      },
      "<div><b>x</b><b>x</b><b>x</b></div>",
    ],
    [
      "a node that is not used",
      async () => {
        b("never");
        await after(1, 0);
        i("never");
        return div("x");
      },
      "<div>x</div>",
    ],
    [
      "a promise that is not used",
      async () => {
        div(after(1, "never"));
        return div("x");
      },
      "<div>x</div>",
    ],
    [
      "a promise used twice",
      async () => {
        const one = after(1, "x");
        return div(one, one);
      },
      "<div>xx</div>",
    ],
    ["text that is not ASCII", async () => div("é", after(1, "😀"), "ü"), "<div>é😀ü</div>"],
    ["trusted HTML", async () => after(1, keep(b("x"))), "<b>x</b>"],
    [
      "long content before, between and after",
      async () => div("x".repeat(200_000), after(1, "<".repeat(100_000)), b("y".repeat(200_000))),
      `<div>${"x".repeat(200_000)}${"&lt;".repeat(100_000)}<b>${"y".repeat(200_000)}</b></div>`,
    ],
  ])("%s", async (_, view, html) => {
    for (const executor of ["wasm", "scalar"] as const) {
      tape.useExecutor(executor);
      expect(await renderToString(view)).toBe(html);
      const lease = await renderInto(createOutputPool(), view);
      expect(new TextDecoder().decode(lease.bytes)).toBe(html);
      lease.release();
    }
    tape.useExecutor(undefined);
    expect(tape.depth).toBe(0);
  });

  test("siblings start together", async () => {
    const log: string[] = [];
    const Part = component<{ name: string }>(({ name }) => {
      log.push(`${name} starts`);
      return section(after(5, name).then((text) => (log.push(`${name} ends`), text)));
    });
    expect(await renderToString(async () => div(Part({ name: "a" }), Part({ name: "b" })))).toBe(
      "<div><section>a</section><section>b</section></div>",
    );
    expect(log).toEqual(["a starts", "b starts", "a ends", "b ends"]);
  });

  test("its failures are those of the render, and harm no other", async () => {
    const failing = async (): Promise<Html> => div(after(1, "x"), Promise.reject(new Error("mine")));
    await expect(renderToBytes(failing)).rejects.toThrow("mine");
    await expect(
      renderToBytes(async () => {
        throw new Error("early");
      }),
    ).rejects.toThrow("early");
    await expect(renderToBytes(async () => div(after(1, (() => 1) as never)))).rejects.toThrow("WATT_CONDUIT_CHILD");
    await expect(renderToBytes(async () => "text" as never)).rejects.toThrow("WATT_CONDUIT_NOT_HTML");
    await expect(renderToBytes(async () => title(after(1, b("x"))))).rejects.toThrow("WATT_CONDUIT_CHILD_TEXT_ONLY");
    expect(() => script(after(1, "x") as never)).toThrow("WATT_CONDUIT_CHILD_RAW_TEXT");
    expect(renderToString(() => p("next"))).toBe("<p>next</p>");
  });

  test("a promise in a view that does not wait is an error that says what to do", () => {
    expect(() => renderToString(() => div(after(1, "x")))).toThrow("Make the view async");
    expect(renderToString(() => p("next"))).toBe("<p>next</p>");
  });

  test("a node of a finished render is an error that says keep()", async () => {
    let stale: Html | undefined;
    renderToString(() => (stale = b("x")));
    await expect(renderToString(async () => div(stale))).rejects.toThrow("keep()");
    await expect(renderToString(async () => div(after(1, stale)))).rejects.toThrow("keep()");
  });

  test("nodes of another async render come out right", async () => {
    let theirs: Html | undefined;
    await renderToString(async () => {
      theirs = div(after(1, "x"), b("theirs"));
      return theirs;
    });
    for (let n = 0; n < 3000; n++) p("fills the tape", n);
    expect(await renderToString(async () => section(theirs, theirs))).toBe(
      "<section><div>x<b>theirs</b></div><div>x<b>theirs</b></div></section>",
    );
  });

  test("1,000 interleaved renders never show each other's data", async () => {
    const pages = Array.from({ length: 1000 }, (_, n) => {
      const secret = `secret ${n}`;
      return renderToString(async () => {
        const head = b(secret);
        const slow = after((n * 13) % 17, 0).then(() => span(secret, " slow"));
        await after((n * 7) % 11, 0);
        // Sync renders come between.
        if (n % 3 === 0) renderToString(() => p("other", n));
        return div({ title: secret }, head, slow, after(n % 5, secret), "x".repeat(n % 50));
      });
    });
    const expected = pages.map((_, n) => {
      const secret = `secret ${n}`;
      return `<div title="${secret}"><b>${secret}</b><span>${secret} slow</span>${secret}${"x".repeat(n % 50)}</div>`;
    });
    expect(await Promise.all(pages)).toEqual(expected);
  });
});
