import { describe, expect, test } from "vitest";
import * as c from "../../src/index.ts";
import { safeSrcset } from "../../src/escape/srcset.ts";
import { safeUrlList } from "../../src/escape/url-list.ts";

const BAD = "javascript:x";
const INVALID = "about:invalid#watt";

describe("candidates of an image", () => {
  test.each([
    "",
    " ",
    ",,",
    "/a.png",
    "/a.png 1x, /b.png 2x",
    "/a.png 1x,/b.png 2x",
    "/a.png,/b.png 2x",
    "/a.png, /b.png",
    "\t/a.png\n300w ,\f/b.png 600w\r",
    "https://a/b,c.png 1x",
    "/a (b, c) 1x, /d",
    "/a 1x (, /d",
    "/a( 1x, /d",
    ", ,/a 2x,,/b",
    "/a?x=javascript:y 1x",
    "/a data:x, /b",
  ])("%j is written as it is", (text) => expect(safeSrcset(text)).toBe(text));

  test.each([
    [BAD, INVALID],
    [`${BAD} 1x`, `${INVALID} 1x`],
    [`/a 1x, ${BAD} 2x`, `/a 1x, ${INVALID} 2x`],
    [`/a 1x,${BAD} 2x`, `/a 1x,${INVALID} 2x`],
    [`${BAD}, /b`, `${INVALID}, /b`],
    [`${BAD},,, /b`, `${INVALID},,, /b`],
    [`,,${BAD} 1x, ${BAD}`, `,,${INVALID} 1x, ${INVALID}`],
    [`/a, ${BAD} 2x`, `/a, ${INVALID} 2x`],
    [`/a (1x, ${BAD}`, `/a (1x, ${BAD}`],
    [`/a (1x), ${BAD} 2x`, `/a (1x), ${INVALID} 2x`],
    [`/a ((1x), ${BAD} 2x`, `/a ((1x), ${INVALID} 2x`],
    [`/a )(1x), ${BAD} 2x`, `/a )(1x), ${INVALID} 2x`],
    [`\u0001${BAD} 1x`, `${INVALID} 1x`],
    [`/a 1x,\u00a0${BAD}`, `/a 1x,${INVALID}`],
    ["data:image/png;base64,AA== 1x", `${INVALID} 1x`],
    ["JAVA\tSCRIPT:x", "JAVA\tSCRIPT:x"],
    ["/a 1x,javascript:x,/b 1x", `/a 1x,${INVALID} 1x`],
  ])("%j becomes %j", (text, written) => expect(safeSrcset(text)).toBe(written));

  test.each(["srcset", "SRCSET", "imagesrcset", "imageSrcSet"])("of %s are checked", (name) => {
    const data = JSON.parse(JSON.stringify({ [name]: `/a 1x, ${BAD} 2x` })) as never;
    expect(c.renderToString(() => c.img(data))).toBe(`<img ${name}="/a 1x, ${INVALID} 2x">`);
  });
});

describe("a list of candidates", () => {
  const written = (candidates: unknown): string => c.renderToString(() => c.img({ srcset: candidates as c.SourceSet }));

  test.each<[unknown, string]>([
    [[{ url: "/a" }], "/a"],
    [
      [
        { url: "/a", density: 1 },
        { url: "/b", density: 1.5 },
      ],
      "/a 1x, /b 1.5x",
    ],
    [[{ url: "/a", width: 300 }], "/a 300w"],
    [[{ url: "/a b", width: 300 }], "/a%20b 300w"],
    [[{ url: " /a\n.png\t", width: 300 }], "/a.png 300w"],
    [[{ url: ",/a,,", density: 2 }], "%2C/a%2C%2C 2x"],
    [[{ url: "/a,b", density: 2 }], "/a,b 2x"],
    [[{ url: "/a\f/b" }], "/a%0C/b"],
    [[{ url: "" }, { url: "/b" }, { url: " " }], "/b"],
    [[{ url: BAD, width: 1 }, { url: "/b 2x, javascript:x" }], `${INVALID} 1w, /b%202x,%20javascript:x`],
    [[{ url: c.rawUrl("data:image/png;base64,AA=="), density: 2 }], "data:image/png;base64,AA== 2x"],
  ])("%j is %j", (candidates, text) => expect(written(candidates)).toBe(`<img srcset="${text}">`));

  test.each([[[]], [[{ url: "" }]]])("%j writes nothing", (candidates) => expect(written(candidates)).toBe("<img>"));

  test.each<[unknown]>([
    [{}],
    [[null]],
    [["/a"]],
    [[{}]],
    [[{ url: 1 }]],
    [[{ url: {} }]],
    [[{ url: "/a", width: 1, density: 1 }]],
    [[{ url: "/a", width: "1w, javascript:x" }]],
    [[{ url: "/a", width: 1.5 }]],
    [[{ url: "/a", width: 0 }]],
    [[{ url: "/a", density: -1 }]],
    [[{ url: "/a", density: Number.NaN }]],
    [[{ url: "/a", density: Infinity }]],
    [[[{ url: "/a" }]]],
    [c.rawUrl("/a")],
  ])("%j is refused", (candidates) => expect(() => written(candidates)).toThrow("WATT_CONDUIT_ATTRIBUTE_VALUE"));
});

describe("URLs with white space between them", () => {
  test.each([
    ["", ""],
    [" /a\n/b ", " /a\n/b "],
    [BAD, INVALID],
    [`/a ${BAD}\thttps://b`, `/a ${INVALID}\thttps://b`],
    ["java\nscript:x", `java\n${INVALID}`],
  ])("%j is %j", (text, written) => expect(safeUrlList(text)).toBe(written));

  test.each(["ping", "attributionsrc", "archive"])("stand in %s", (name) => {
    expect(c.renderToString(() => c.a({ [name]: `/a ${BAD}` }))).toBe(`<a ${name}="/a ${INVALID}"></a>`);
  });
});
