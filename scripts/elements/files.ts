import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type FormatConfig, format } from "oxfmt";
import { root } from "../scratch-copy.ts";
import { roleData } from "./aria.ts";
import { ariaAttributes, handlers, html, mathml, svg } from "./namespaces.ts";
import { attributesText, buildersText, type Common, standardsText } from "./print.ts";

const source = join(root, "packages/conduit/src");

/**
 * The generated files: text by path. Two elements are built by hand: a form also carries methods that browsers do not send, and what
 * the attributes of a meta mean depends on each other.
 */
export async function elementFiles(): Promise<ReadonlyMap<string, string>> {
  const common: readonly Common[] = [
    { name: "AriaAttributes", attributes: ariaAttributes(), about: "WAI-ARIA." },
    { name: "HandlerAttributes", attributes: handlers(), about: "Handlers that every element has." },
  ];
  const files = new Map([
    ["html/attributes.ts", attributesText(html(), common)],
    ["html/elements.ts", buildersText(html(), ["form", "meta"])],
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
