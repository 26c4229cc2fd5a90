import { expect, test } from "vitest";
// @boundaries-ignore repository scripts, for tests alone
import { html, mathml, type Namespace, svg } from "../../../../scripts/elements/namespaces.ts";
import { type AttributeKind, attributeKind } from "../../src/escape/attribute-rule.ts";

// The types come from the standards' data, the rules hold at run time: neither may know a name that the other does not.
const ruleOf: Readonly<Record<string, AttributeKind>> = {
  Handler: "handler",
  Markup: "srcdoc",
  Reference: "references",
  SourceSet: "srcset",
  TrueFalse: "true-false",
  Url: "url",
  UrlList: "url-list",
};
const special = new Set<AttributeKind>(["handler", "srcdoc", "references", "srcset", "url", "url-list"]);

test.each<[string, Namespace]>([
  ["HTML", html()],
  ["SVG", svg()],
  ["MathML", mathml()],
])("types and rules of %s agree", (_, { globals, elements }) => {
  for (const { tag, attributes } of [{ tag: "*", attributes: globals }, ...elements]) {
    for (const [name, kind] of attributes) {
      const typed = typeof kind === "string" ? ruleOf[kind] : undefined;
      const rule = attributeKind(name);
      expect(typed ?? (special.has(rule) ? "text" : rule), `${name} of <${tag}>`).toBe(rule);
    }
  }
});
