import { expect, test } from "vitest";
import { div, html, pre, renderToString } from "../../src/index.ts";
import { STATIC_BYTES } from "../../src/tape/statics.ts";
import { tape } from "../../src/tape/tape.ts";
import { templateOf } from "./template-of.ts";

const long = "a".repeat(2000);

// In a file of its own: the table of statics belongs to the process, and stays full.
test("templates cannot fill memory, and what they hold is written all the same", () => {
  const write = (n: number): string =>
    renderToString(() =>
      html(templateOf([`<p id=x${n} title=`, `>${n}<b>`, `</b>${n}<pre data-n${n}>`, `\n${n}</pre></p>`]), n, n, null),
    );
  for (let n = 0; n < 4_000; n++) {
    expect(write(n)).toBe(`<p id=x${n} title="${n}">${n}<b>${n}</b>${n}<pre data-n${n}>\n\n${n}</pre></p>`);
  }
  const { offsets, count } = tape.statics;
  expect(offsets[count]).toBeGreaterThan(STATIC_BYTES - 100);

  const rows = (n: number): string =>
    renderToString(() =>
      html(templateOf([`<pre data-full-${n}>`, `</pre><pre data-all-full-${n}>`, "\nx</pre>"]), "\nx", null),
    );
  expect(rows(1)).toBe("<pre data-full-1>\n\nx</pre><pre data-all-full-1>\n\nx</pre>");

  const texts = templateOf([`<p>${long}</p><b class=`, `>${long}</b><pre title="${long}">`, "</pre>"]);
  expect(renderToString(() => html(texts, ["a"], "\n"))).toBe(
    `<p>${long}</p><b class="a">${long}</b><pre title="${long}">\n\n</pre>`,
  );
});

test("builders double the first line end all the same", () => {
  const name = `data-${"full-".repeat(30)}`;
  expect(renderToString(() => div(pre({ [name]: true }, "\nx")))).toBe(`<div><pre ${name}>\n\nx</pre></div>`);
});
