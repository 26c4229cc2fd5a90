import { describe, expect, test } from "vitest";
import { find } from "../src/client/find.ts";
import { encode, isField, isSubmitter, valuesOf } from "../src/client/values.ts";

const element = (html: string, selector = "#x"): Element => {
  document.body.innerHTML = html;
  return document.querySelector(selector) as Element;
};

describe("what an element sends by default", () => {
  test.each([
    ['<input id="x">', true, false],
    ['<form><input id="x" type="checkbox"></form>', true, false],
    ['<select id="x"></select>', true, false],
    ['<textarea id="x"></textarea>', true, false],
    ['<input id="x" type="submit">', false, false],
    ['<form><input id="x" type="submit"></form>', false, true],
    ['<form><input id="x" type="image"></form>', false, true],
    ['<form><button id="x"></button></form>', false, true],
    ['<form><button id="x" type="button"></button></form>', false, false],
    ['<button id="x"></button>', false, false],
    ['<a id="x"></a>', false, false],
  ])("%s", (html, field, submitter) => {
    expect([isField(element(html)), isSubmitter(element(html))]).toEqual([field, submitter]);
  });

  test.each([
    ['<input id="x" name="a" value="1">', "a=1"],
    ['<input id="x" value="1">', ""],
    ['<input id="x" name="a" type="checkbox">', ""],
    ['<input id="x" name="a" type="checkbox" checked>', "a=on"],
    ['<input id="x" name="a" type="radio" value="r" checked>', "a=r"],
    [
      '<select id="x" name="a" multiple><option selected>1</option><option>2</option><option selected>3</option></select>',
      "a=1&a=3",
    ],
    ['<textarea id="x" name="a">t &amp; u</textarea>', "a=t+%26+u"],
    ['<button id="x" name="a" value="1"></button>', "a=1"],
    ['<a id="x" name="a"></a>', ""],
    ['<p id="x"></p>', ""],
  ])("%s alone", (html, query) => expect(encode(valuesOf(element(html), null, null)).toString()).toBe(query));
});

test("a file in an urlencoded form is its name", () => {
  const data = new FormData();
  data.append("f", new File(["content"], "cv.pdf"));
  expect(encode(data).toString()).toBe("f=cv.pdf");
});

test.each([
  [null, "x"],
  ["", "x"],
  ["this", "x"],
  ["closest ul", "u"],
  ["closest #x", "x"],
  ["closest p", undefined],
  ["#y", "y"],
  ["ul > :last-child", "y"],
  ["#absent", undefined],
  ["ul >", undefined],
])("find %j", (target, id) => {
  const origin = element('<ul id="u"><li id="x"></li><li id="y"></li></ul>');
  expect(find(target, origin)?.id).toBe(id);
});
