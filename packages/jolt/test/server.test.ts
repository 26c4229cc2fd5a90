import { type Html, div, li, p, raw, renderToString, span, strong } from "@watt/conduit";
import { isWattError } from "@watt/electron";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SWAPS } from "../src/protocol/index.ts";
import { isJoltAnswer, jolt, type Jolt, type JoltAnswer, type Target } from "../src/server/index.ts";

const RUNS = process.env["WATT_FULL"] === "1" ? 20_000 : 500;
const ask = (headers: Record<string, string> = {}): Jolt => jolt(new Request("http://site.test/", { headers }));
const browser = (): Jolt => ask();
const client = (): Jolt => ask({ Jolt: "1" });
const text = (answer: JoltAnswer): string | undefined => answer.view && renderToString(answer.view);
const header = (answer: JoltAnswer, name: string): string | undefined =>
  answer.headers.find(([key]) => key === name)?.[1];
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return isWattError(error) ? error.code : String(error);
  }
  return undefined;
};

describe("who asks", () => {
  test.each([
    ["no header", {}, false],
    ["Jolt: 1", { Jolt: "1" }, true],
    ["Jolt: page, which wants a whole page", { Jolt: "page" }, false],
    ["Jolt: true, which is not the protocol", { Jolt: "true" }, false],
  ])("%s", (_, headers, is) => expect(ask(headers as Record<string, string>).is).toBe(is));

  test.each([
    ["absent", undefined, undefined],
    ["empty", "", undefined],
    ["plain", "list", "list"],
    ["percent-encoded", "%E2%9C%93%20x", "✓ x"],
    ["malformed", "%E2%9", undefined],
  ])("an id that is %s", (_, sent, read) => {
    const j = ask(sent === undefined ? {} : { "Jolt-Target": sent, "Jolt-Source": sent });
    expect([j.target, j.source]).toEqual([read, read]);
  });
});

const full = (): Html => div("whole page");
const part = (): Html => p("part");

describe("each answer has the shape that fits who asked", () => {
  const url = "/todos?page=2";
  test.each<[string, (j: Jolt) => JoltAnswer, Jolt, number, string | undefined, Record<string, string>]>([
    ["page", (j) => j.page(full, part), browser(), 200, "<div>whole page</div>", {}],
    ["page", (j) => j.page(full, part), client(), 200, "<p>part</p>", {}],
    ["page with a status", (j) => j.page(full, part, 409), browser(), 409, "<div>whole page</div>", {}],
    ["page with a status", (j) => j.page(full, part, 409), client(), 409, "<p>part</p>", {}],
    ["invalid", (j) => j.invalid(full, part), browser(), 422, "<div>whole page</div>", {}],
    ["invalid", (j) => j.invalid(full, part), client(), 422, "<p>part</p>", {}],
    ["redirect", (j) => j.redirect(url), browser(), 303, undefined, { Location: url }],
    ["redirect", (j) => j.redirect(url), client(), 204, undefined, { "Jolt-Redirect": url }],
    ["redirect with a change", (j) => j.redirect(url).remove("#a"), browser(), 303, undefined, { Location: url }],
    [
      "redirect with a change",
      (j) => j.redirect(url).remove("#a"),
      client(),
      200,
      '<template jolt-target="#a" jolt-swap="delete"></template>',
      {},
    ],
    [
      "page with a change",
      (j) => j.page(full, part).replace("#n", strong(3)),
      client(),
      200,
      '<p>part</p><template jolt-target="#n"><strong>3</strong></template>',
      {},
    ],
    [
      "page with a change",
      (j) => j.page(full, part).replace("#n", strong(3)),
      browser(),
      200,
      "<div>whole page</div>",
      {},
    ],
    [
      "invalid into another target",
      (j) => j.invalid(full, part).into("#form", "outerHTML"),
      client(),
      422,
      "<p>part</p>",
      { "Jolt-Target": "#form", "Jolt-Swap": "outerHTML" },
    ],
    [
      "into another target, by innerHTML whatever the page asked for",
      (j) => j.page(full, part, 500).into("#form"),
      client(),
      500,
      "<p>part</p>",
      { "Jolt-Target": "#form", "Jolt-Swap": "innerHTML" },
    ],
    [
      "invalid into another target",
      (j) => j.invalid(full, part).into("#form"),
      browser(),
      422,
      "<div>whole page</div>",
      {},
    ],
  ])("%s", (_, make, j, status, body, headers) => {
    const answer = make(j);
    expect(answer.status).toBe(status);
    expect(text(answer)).toBe(body);
    const type = body === undefined ? {} : { "Content-Type": "text/html; charset=utf-8" };
    expect(Object.fromEntries(answer.headers)).toEqual({ Vary: "Jolt", ...type, ...headers });
  });

  test("changes alone tell a browser that they are not for it", () => {
    const answer = browser().append("#list", li("x"));
    expect(answer.status).toBe(406);
    expect(text(answer)).toMatch(/^<!doctype html>.*answers fragments to Jolt only/);
    expect(header(answer, "Vary")).toBe("Jolt");
  });

  test("only what is sent is made", () => {
    let made = "";
    const of = (name: string) => (): Html => {
      made += name;
      return span(name);
    };
    text(browser().page(of("full "), of("part ")).append("#list", of("row ")));
    text(client().page(of("full "), of("part ")).append("#list", of("row ")));
    text(browser().redirect("/").append("#list", of("row ")));
    expect(made).toBe("full part row ");
  });
});

describe("envelope", () => {
  const x = (): Html => raw("<i>x</i>");
  test.each<[string, (j: Jolt) => JoltAnswer, string | undefined, string]>([
    ["replace", (j) => j.replace("#t", x()), undefined, "<i>x</i>"],
    ["replaceOuter", (j) => j.replaceOuter("#t", x()), "outerHTML", "<i>x</i>"],
    ["before", (j) => j.before("#t", x()), "beforebegin", "<i>x</i>"],
    ["prepend", (j) => j.prepend("#t", x()), "afterbegin", "<i>x</i>"],
    ["append", (j) => j.append("#t", x()), "beforeend", "<i>x</i>"],
    ["after", (j) => j.after("#t", x()), "afterend", "<i>x</i>"],
    ["remove", (j) => j.remove("#t"), "delete", ""],
    ["a function", (j) => j.append("#t", x), "beforeend", "<i>x</i>"],
  ])("%s", (_, make, swap, body) => {
    const token = swap === undefined ? "" : ` jolt-swap="${swap}"`;
    expect(text(make(client()))).toBe(`<template jolt-target="#t"${token}>${body}</template>`);
    expect(SWAPS).toContain(swap ?? "innerHTML");
  });

  test("parts keep their order and text in them is escaped", () => {
    const evil = "</template><script>alert(1)</script>";
    const answer = client().append("#list", li(evil)).replace("#n", strong(2)).remove("#old");
    expect(text(answer)).toBe(
      '<template jolt-target="#list" jolt-swap="beforeend">' +
        "<li>&lt;/template&gt;&lt;script&gt;alert(1)&lt;/script&gt;</li></template>" +
        '<template jolt-target="#n"><strong>2</strong></template>' +
        '<template jolt-target="#old" jolt-swap="delete"></template>',
    );
  });

  test("a view can be rendered again", () => {
    const answer = client()
      .append("#list", () => li("x"))
      .append("#list", li("y"));
    expect(text(answer)).toBe(text(answer));
  });
});

describe("toResponse", () => {
  test("a fragment", async () => {
    const response = client().invalid(full, part).into("#form").toResponse();
    expect(response.status).toBe(422);
    expect(response.headers.get("Vary")).toBe("Jolt");
    expect(response.headers.get("Jolt-Target")).toBe("#form");
    expect(await response.text()).toBe("<p>part</p>");
  });

  test("a redirect has no body", async () => {
    const response = browser().redirect("/").toResponse();
    expect([response.status, response.headers.get("Location"), response.body]).toEqual([303, "/", null]);
  });
});

describe("only HTML that conduit made", () => {
  const refused = ["<b>x</b>", 1, null, undefined, { html: "<b>" }, ["<b>"], new String("x")] as unknown as Html[];
  test.each(refused)("%j is refused at the call", (value) => {
    expect(codeOf(() => client().append("#list", value))).toBe("WATT_JOLT_NOT_HTML");
    expect(codeOf(() => client().page(value as never, part))).toBe("WATT_JOLT_NOT_HTML");
  });

  test.each(refused)("%j from a function is refused when it is rendered", (value) => {
    expect(codeOf(() => text(client().append("#list", () => value)))).toBe("WATT_JOLT_NOT_HTML");
    expect(codeOf(() => text(browser().page(() => value, part)))).toBe("WATT_JOLT_NOT_HTML");
  });
});

describe("targets", () => {
  test.each(["#list", "#todo-7", "#_x", "#-a", "#--a", "#a1"] as const)("%s is one", (target) => {
    expect(codeOf(() => client().remove(target))).toBeUndefined();
    expect(header(client().page(full, part).into(target), "Jolt-Target")).toBe(target);
  });

  test.each([
    "list",
    "#",
    "#7",
    "#-7",
    ".list",
    "#a b",
    "#a,#b",
    "#a\r\nSet-Cookie: x=1",
    "#a\n",
    "#é",
    '#a"><script>',
    " #a",
    "this",
    null,
    ["#a"],
  ] as unknown as Target[])("%j is refused", (target) => {
    for (const act of [() => client().remove(target), () => browser().page(full, part).into(target)]) {
      expect(codeOf(act)).toBe("WATT_JOLT_BAD_TARGET");
    }
  });

  test("an unknown swap token is refused", () => {
    expect(
      codeOf(() =>
        client()
          .page(full, part)
          .into("#a", "sideways" as never),
      ),
    ).toBe("WATT_JOLT_BAD_SWAP");
  });
});

describe("redirects stay on the site", () => {
  test.each([
    ["/", "/"],
    ["/todos?filter=done#list", "/todos?filter=done#list"],
    ["/a/../b", "/b"],
    ["/größe?q=ü", "/gr%C3%B6%C3%9Fe?q=%C3%BC"],
    ["/a b", "/a%20b"],
    ["/?next=//evil.test", "/?next=//evil.test"],
  ])("%s", (url, location) => {
    expect(header(browser().redirect(url), "Location")).toBe(location);
    expect(header(client().redirect(url), "Jolt-Redirect")).toBe(location);
  });

  test.each([
    "",
    "todos",
    "?filter=done",
    "//evil.test",
    "/\\evil.test",
    "\\/evil.test",
    "///evil.test",
    "/.//evil.test",
    "/a/..//evil.test",
    "/%2e//evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "/a\r\nSet-Cookie: x=1",
    "/a\u0000",
    " /a",
    "https://evil.test/",
    "javascript:alert(1)",
    null as never,
  ])("%j is refused", (url) => expect(codeOf(() => browser().redirect(url))).toBe("WATT_JOLT_BAD_URL"));

  test.each([
    ["https://pay.test/x?y=1", "https://pay.test/x?y=1"],
    ["http://pay.test", "http://pay.test/"],
    ["/stays", "/stays"],
  ])("external: %s", (url, location) => {
    expect(header(browser().redirect(url, { external: true }), "Location")).toBe(location);
  });

  test.each(["javascript:alert(1)", "//pay.test", "data:text/html,x", "https://", "https://a\nb"])(
    "external: %j is refused",
    (url) => expect(codeOf(() => browser().redirect(url, { external: true }))).toBe("WATT_JOLT_BAD_URL"),
  );

  test("whatever is asked for, a location is ASCII and resolves to this site", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "%2f",
      "%5c",
      "?",
      "#",
      ":",
      "@",
      "evil.test",
      "\t",
      "\r\n",
      "é",
      "a",
    );
    const property = fc.property(
      fc.array(pieces, { maxLength: 8 }).map((list) => `/${list.join("")}`),
      (url) => {
        let location: string | undefined;
        if (codeOf(() => (location = header(browser().redirect(url), "Location"))) !== undefined) return;
        expect(location).toMatch(/^\/[\x21-\x7e]*$/);
        expect(new URL(location as string, "http://site.test/here").origin).toBe("http://site.test");
      },
    );
    fc.assert(property, { numRuns: RUNS, seed: Number(process.env["WATT_SEED"] ?? 1) });
  });
});

describe("isJoltAnswer", () => {
  test.each([
    ["an answer", client().remove("#a"), true],
    ["a Jolt", client(), false],
    ["a Response", new Response(""), false],
    ["null", null, false],
    ["an object of the same shape", { status: 200, headers: [], view: undefined }, false],
  ])("%s", (_, value, is) => expect(isJoltAnswer(value)).toBe(is));
});
