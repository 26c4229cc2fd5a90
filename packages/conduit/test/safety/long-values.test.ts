import { describe, expect, test } from "vitest";
import { isSafeCssValue } from "../../src/escape/css.ts";
import { isLocalReference } from "../../src/escape/references.ts";
import { safeRefresh } from "../../src/escape/refresh.ts";
import { safeSrcset } from "../../src/escape/srcset.ts";
import { safeUrl } from "../../src/escape/url.ts";
import { safeUrlList } from "../../src/escape/url-list.ts";
import { candidatesText } from "../../src/html/candidates-text.ts";
import { classNames } from "../../src/html/class-names.ts";

// A check that looks at a long row again and again would take minutes here, and a recursive one would end the stack.
const checks: Readonly<Record<string, (value: string) => unknown>> = {
  isSafeCssValue,
  isLocalReference,
  safeRefresh,
  safeSrcset,
  safeUrl,
  safeUrlList,
  candidatesText: (value) => candidatesText([{ url: value }]),
  classNames,
};
const pieces = [
  ..." \t\n,;:()[]'\"#!=/a0.-\\".split(""),
  ..."(, ,( url( url(# url(#a url( #a !important ' ', 0; /a_1x, () \"a\" a( 0;url= javascript:"
    .replaceAll("_", " ")
    .split(" "),
];

describe.each(Object.entries(checks))("%s reads once", (_, check) => {
  test.each(pieces)("%j, however often it is said", (piece) => {
    for (const before of ["", "x", "/a ", "0;url="]) {
      for (const after of ["", "x", "!"]) check(before + piece.repeat(100_000) + after);
    }
    expect(check("a")).toBeDefined();
  });
});
