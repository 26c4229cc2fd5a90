import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type FormatConfig, format } from "oxfmt";
import { root } from "../scratch-copy.ts";
import { ariaAttributes, html, mathml, svg } from "./namespaces.ts";
import { roleData } from "./aria.ts";
import { attributesText, buildersText, standardsText } from "./print.ts";

const source = join(root, "packages/conduit/src");

/** The generated files: text by path. A form is built by hand, since it also carries methods that browsers do not send. */
export async function elementFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map([
    ["html/attributes.ts", attributesText(html(), ariaAttributes())],
    ["html/elements.ts", buildersText(html(), ["form"])],
    ["svg/attributes.ts", attributesText(svg())],
    ["svg/elements.ts", buildersText(svg())],
    ["mathml/attributes.ts", attributesText(mathml())],
    ["mathml/elements.ts", buildersText(mathml())],
    ["dev/standards.ts", standardsText([html(), svg(), mathml()], roleData())],
  ]);
  const options = JSON.parse(readFileSync(join(root, ".oxfmtrc.json"), "utf8")) as FormatConfig;
  const formatted = [...files].map(async ([name, text]) => {
    return [join(source, name), (await format(name, text, options)).code] as const;
  });
  return new Map(await Promise.all(formatted));
}
