import { afterAll, beforeAll, expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { InstalledPackage } from "../../../scripts/installed-package.ts";

// The ESM and the CJS copy of the package in one program, and a second version beside them.
const program = `
import { createRequire } from "node:module";
import { cpSync } from "node:fs";
import * as esm from "@watt/conduit";
const require = createRequire(import.meta.url);
cpSync("node_modules/@watt/conduit", "other/node_modules/@watt/conduit", { recursive: true });
cpSync("node_modules/@watt/electron", "other/node_modules/@watt/electron", { recursive: true });
const copies = { esm, cjs: require("@watt/conduit"), other: await import("./other/node_modules/@watt/conduit/dist/index.js") };
const lines = [];
for (const [made, from] of Object.entries(copies)) {
  for (const [written, to] of Object.entries(copies)) {
    if (made !== written && from.raw === to.raw) throw new Error("one copy");
    const html = to.renderToString(() =>
      to.div({ onclick: from.rawScript("a"), style: { color: from.rawCss("b") } },
        from.raw("<c>"), from.keep(from.hr()), from.p("d"),
        to.a({ href: from.rawUrl("data:e") }),
        to.script(from.json("f")),
        to.iframe({ srcdoc: from.raw("g") })));
    lines.push(html);
  }
}
console.log(JSON.stringify(lines));
`;

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await InstalledPackage.install("conduit", "electron");
});
afterAll(() => installed?.remove());

test("trusted values and nodes of each copy are accepted by each", async () => {
  installed.write("program.mjs", program);
  const lines = JSON.parse(await installed.run(process.execPath, ["program.mjs"])) as string[];
  expect(lines).toEqual(
    Array.from(
      { length: 9 },
      () =>
        '<div onclick="a" style="color:b"><c><hr><p>d</p><a href="data:e"></a><script>"f"</script><iframe srcdoc="g"></iframe></div>',
    ),
  );
});
