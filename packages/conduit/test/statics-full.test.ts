import { expect, test } from "vitest";
import { div, form, p, pre, renderToString } from "../src/index.ts";
import { tape } from "../src/tape/tape.ts";

// In a file of its own: the table of statics belongs to the process, and stays full.
test("names from data cannot fill memory, and what comes after them is written all the same", () => {
  const names = Array.from({ length: 20_000 }, (_, i) => `data-name-${i}`);
  for (const name of names) {
    expect(renderToString(() => div({ [name]: "<", id: name }))).toBe(`<div ${name}="&lt;" id="${name}"></div>`);
  }
  const { count } = tape.statics;
  expect(renderToString(() => div({ "data-one-more": true, class: "a" }, p({ "data-two-more": 1 }, "b"), "c"))).toBe(
    '<div data-one-more class="a"><p data-two-more="1">b</p>c</div>',
  );
  expect(renderToString(() => form({ method: "put", "data-x": false }, p("x")))).toBe(
    '<form method="post"><input type="hidden" name="_method" value="put"><p>x</p></form>',
  );
  expect(renderToString(() => pre({ "data-y": "1" }, "\nx"))).toBe('<pre data-y="1">\n\nx</pre>');
  // A shorter piece may still find room.
  expect(tape.statics.count - count).toBeLessThan(10);
  expect(count).toBeLessThan(names.length);
});
