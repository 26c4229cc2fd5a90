import { describe, expect, test } from "vitest";
import {
  type Child,
  component,
  context,
  css,
  cspNonce,
  div,
  each,
  fragment,
  h1,
  type Html,
  html_,
  inHead,
  integrity,
  keep,
  li,
  link,
  match,
  modulePreload,
  once,
  p,
  pageTitle,
  preload,
  raw,
  rawCss,
  renderInto,
  createOutputPool,
  renderToBytes,
  renderToString,
  script,
  section,
  shell,
  slot,
  span,
  style,
  styles,
  stylesheet,
  title,
  ul,
  when,
} from "../../src/index.ts";

const nonce = "bm9uY2U=";

describe("combinators", () => {
  type Result = { kind: "ok"; user: string } | { kind: "error"; message: string };
  const shown = (result: Result): Child =>
    match(result, "kind", { ok: ({ user }) => span(user), error: ({ message }) => p(message) });
  const Card = component<{ footer?: Child }>(({ footer }, children) =>
    section(
      children,
      slot(footer, () => "none"),
    ),
  );

  test.each<[string, () => Child, string]>([
    ["match by value", () => match("b" as "a" | "b", { a: () => "A", b: (value) => span(value) }), "<span>b</span>"],
    ["match by a number", () => match(2 as 1 | 2, { 1: () => "one", 2: () => "two" }), "two"],
    [
      "match by a key",
      () => [shown({ kind: "ok", user: "<" }), shown({ kind: "error", message: "m" })],
      "<span>&lt;</span><p>m</p>",
    ],
    ["match of a value of no case", () => match("constructor" as "a", { a: () => "A" }), ""],
    ["a slot that is filled", () => Card({ footer: p("f") }, "x"), "<section>x<p>f</p></section>"],
    ["a slot that is not", () => Card({}, "x", "y"), "<section>xynone</section>"],
    ["a slot that is filled with 0", () => slot(0, () => "none"), "0"],
    ["each of a set", () => each(new Set([1, 2]), (item, i) => `${i}${item} `), "01 12 "],
    [
      "each of nothing",
      () =>
        each(
          [] as string[],
          (item) => item,
          () => "none",
        ),
      "none",
    ],
    [
      "when",
      () => [
        when(
          0,
          () => "yes",
          () => "no",
        ),
        when("x", (x) => x),
        when(null, () => "never"),
      ],
      "nox",
    ],
  ])("%s", (_, view, html) => {
    expect(renderToString(() => div(view()))).toBe(`<div>${html}</div>`);
  });
});

describe("once", () => {
  const Widget = (name: string): Html => div(once("widget.js", script({ src: "/widget.js" })), name);

  test("is written where a render comes to it first, whichever was built first", () => {
    const view = (): Html => {
      const second = Widget("b");
      return ul(li(Widget("a")), li(second));
    };
    const html = '<ul><li><div><script src="/widget.js"></script>a</div></li><li><div>b</div></li></ul>';
    expect([renderToString(view), renderToString(view)]).toEqual([html, html]);
  });

  test("keys are compared by identity", () => {
    const [one, two] = [{}, {}];
    expect(
      renderToString(() =>
        div(once(one, p(1)), once(two, p(2)), once(one, p(3)), once(Number.NaN, p(4)), once(Number.NaN, p(5))),
      ),
    ).toBe("<div><p>1</p><p>2</p><p>4</p></div>");
  });
});

describe("fragment", () => {
  const Cart = fragment("cart", section.with({ class: "cart" }), (items: readonly string[]) =>
    ul(items.map((item) => li(item))),
  );
  const Other = fragment(
    "other",
    (attributes, ...children) => div({ ...attributes, "data-x": 1 }, children),
    () => "o",
  );
  const page = (): Html => div(h1("Shop"), Cart(["a", "<"]), Other());
  const cart = '<section class="cart" id="cart"><ul><li>a</li><li>&lt;</li></ul></section>';
  const other = '<div id="other" data-x="1">o</div>';

  test("stands in its page, by itself, and is found in its page", () => {
    expect(renderToString(page)).toBe(`<div><h1>Shop</h1>${cart}${other}</div>`);
    expect(renderToString(() => Cart(["a", "<"]))).toBe(cart);
    expect(renderToString(page, { only: Cart })).toBe(cart);
    expect(renderToString(page, { only: Other })).toBe(other);
    expect(new TextDecoder().decode(renderInto(createOutputPool(), page, { only: Other }).bytes)).toBe(other);
  });

  test("also in a page that waits", async () => {
    const late = async (): Promise<Html> =>
      div(Promise.resolve(Cart(["a", "<"])), Promise.reject(new Error("not wanted")));
    expect(await renderToString(late, { only: Cart })).toBe(cart);
  });

  test("knows its id and its selector", () => {
    expect([Cart.id, Cart.target]).toEqual(["cart", "#cart"]);
  });

  test("a page that does not have it is an error that names it", async () => {
    expect(() => renderToString(() => div("x"), { only: Cart })).toThrow("no fragment cart");
    await expect(renderToString(async () => div("x"), { only: Cart })).rejects.toThrow("WATT_CONDUIT_FRAGMENT");
    expect(() => renderToString(raw("<b>x</b>"), { only: Cart })).toThrow("WATT_CONDUIT_");
  });
});

describe("context", () => {
  const Theme = context("light");
  const User = context<string>();
  const Shown = (): Html => span(Theme.get());

  test("the innermost value counts, and ends with its view", () => {
    const view = (): Html =>
      div(
        Shown(),
        Theme.provide("dark", () => [Shown(), Theme.provide("blue", Shown), Shown()]),
        Shown(),
      );
    expect(renderToString(view)).toBe(
      "<div><span>light</span><span>dark</span><span>blue</span><span>dark</span><span>light</span></div>",
    );
  });

  test("contexts do not hide each other", () => {
    expect(
      renderToString(() => Theme.provide("dark", () => User.provide("ann", () => p(Theme.get(), User.get())))),
    ).toBe("<p>darkann</p>");
  });

  test("also when a view throws", () => {
    expect(() =>
      Theme.provide("dark", () => {
        throw new Error("mine");
      }),
    ).toThrow("mine");
    expect(Theme.get()).toBe("light");
  });

  test("without a value it is an error", () => {
    expect(() => User.get()).toThrow("WATT_CONDUIT_CONTEXT");
  });

  test("is there after an await, and each has its own", async () => {
    const pages = Array.from({ length: 100 }, (_, i) =>
      renderToString(() =>
        User.provide(`user ${i}`, async () => {
          await new Promise((resolve) => setTimeout(resolve, (i * 7) % 10));
          return p(User.get());
        }),
      ),
    );
    expect(await Promise.all(pages)).toEqual(pages.map((_, i) => `<p>user ${i}</p>`));
  });
});

describe("css", () => {
  const card = css`
    padding: ${1}rem;
    &:hover { color: ${rawCss("var(--accent)")} }
  `;
  const title_ = css`font-weight: 600; ${card} > & { color: red }`;

  test("a block is the same in every process", () => {
    expect(card.className).toBe("c-37voa914o9l6e");
    expect(card.text).toBe(`.${card.className}{padding: 1rem;\n&:hover { color: var(--accent) }}`);
    expect(title_.text).toContain(`.${card.className} > &`);
    expect(stylesheet(card, title_, card)).toBe(`${card.text}\n${title_.text}`);
  });

  test("a block is a class", () => {
    expect(renderToString(() => div({ class: card }, p({ class: ["a", title_, { b: true }] })))).toBe(
      `<div class="${card.className}"><p class="a ${title_.className} b"></p></div>`,
    );
  });

  test("its rules are written once, with the nonce of the render", () => {
    const view = (): Html => div(styles(card), styles(card));
    expect(renderToString(view, { nonce })).toBe(`<div><style nonce="${nonce}">${card.text}</style></div>`);
    expect(renderToString(view)).toBe(`<div><style>${card.text}</style></div>`);
  });

  test.each<[string, () => unknown]>([
    ["a brace that nothing opened", () => css`color: red } body { color: red`],
    ["a brace that does not close", () => css`&:hover { color: red`],
    ["brackets across each other", () => css`&:is([a)] {}`],
    ["a quote that does not end", () => css`content: "x`],
    ["a comment that does not end", () => css`/* x`],
    ["the end of the element", () => css`content: "x"; </style><script>`],
    ["text as a value", () => css`color: ${"red" as never}`],
    ["a value that is no number", () => css`width: ${Number.NaN}px`],
  ])("%s is refused", (_, make) => {
    expect(make).toThrow("WATT_CONDUIT_CSS");
  });

  test("what is quoted, escaped or commented opens nothing", () => {
    expect(css`content: "}"; /* } ' */ &:is(.a\}) { quotes: '{' "\"" }`.text).toContain("quotes");
  });
});

describe("shell", () => {
  const start = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';

  test("is a whole page", () => {
    expect(
      renderToString(() =>
        shell({ lang: "en", title: "T<", head: [link({ rel: "icon", href: "/i.png" })], body: { class: "b" } }, p("x")),
      ),
    ).toBe(
      `<!doctype html><html lang="en"><head>${start}<title>T&lt;</title><link rel="icon" href="/i.png"></head><body class="b"><p>x</p></body></html>`,
    );
    expect(renderToString(() => shell({ viewport: false, html: { "data-x": 1 } }))).toBe(
      '<!doctype html><html data-x="1"><head><meta charset="utf-8"></head><body></body></html>',
    );
  });

  test("components put into its head what they need: once, and the innermost title", () => {
    const Chart = (): Html =>
      div(inHead(modulePreload("/chart.js")), inHead(script({ src: "/chart.js", nonce: cspNonce })), "chart");
    const view = (): Html =>
      shell(
        { title: "Site" },
        p("before"),
        section(pageTitle("Report"), Chart(), Chart(), section(pageTitle("Part ", 2))),
      );
    expect(renderToString(view, { nonce })).toBe(
      `<!doctype html><html><head>${start}<title>Part 2</title><link rel="modulepreload" href="/chart.js"><script src="/chart.js" nonce="${nonce}"></script></head>` +
        "<body><p>before</p><section><div>chart</div><div>chart</div><section></section></section></body></html>",
    );
    const lease = renderInto(createOutputPool(), view, { nonce });
    expect(new TextDecoder().decode(lease.bytes)).toBe(renderToString(view, { nonce }));
  });

  test("also from what is awaited, and around long content", async () => {
    const view = async (): Promise<Html> =>
      shell(
        {},
        "x".repeat(300_000),
        Promise.resolve().then(() => inHead(title("late"))),
        "y",
      );
    expect(await renderToString(view)).toBe(
      `<!doctype html><html><head>${start}<title>late</title></head><body>${"x".repeat(300_000)}y</body></html>`,
    );
  });

  test("without a shell nothing is put anywhere", () => {
    expect(renderToString(() => html_(inHead(title("x")), "y"))).toBe("<html>y</html>");
  });

  test("preloads", () => {
    expect(
      renderToString(() => div(preload("/a.woff2", "font"), preload("/a.css", "style", { fetchpriority: "high" }))),
    ).toBe(
      '<div><link rel="preload" href="/a.woff2" as="font" crossorigin="anonymous"><link rel="preload" href="/a.css" as="style" fetchpriority="high"></div>',
    );
  });

  test("integrity is that of the file", async () => {
    // printf 'alert(1)' | openssl dgst -sha384 -binary | base64
    const known = "sha384-HT2E9NfWiuQ/w1PRai+hTyqW16NIoCGA/m8VQDUopfAtcz6YQjtsMmQd5uRbVDpW";
    const made = await integrity("alert(1)");
    expect(made).toBe(await integrity(new TextEncoder().encode("alert(1)")));
    expect(made).toBe(known);
  });
});

describe("nonce", () => {
  test("is that of each render, and absent where there is none", () => {
    const view = (): Html => div(script({ nonce: cspNonce, src: "/a.js" }), style({ nonce: cspNonce }));
    expect(renderToString(view, { nonce })).toBe(
      `<div><script nonce="${nonce}" src="/a.js"></script><style nonce="${nonce}"></style></div>`,
    );
    expect(renderToString(view)).toBe('<div><script src="/a.js"></script><style></style></div>');
  });

  test("one that is no nonce is refused", () => {
    expect(() => renderToBytes(() => script({ nonce: cspNonce }), { nonce: '"><img>' })).toThrow("WATT_CONDUIT_NONCE");
  });

  test("is not kept for others", () => {
    expect(() => keep(script({ nonce: cspNonce }))).toThrow("WATT_CONDUIT_NONCE_KEPT");
  });
});
