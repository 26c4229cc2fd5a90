import { readFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";
import { createStringEngine } from "../create-engine.ts";
import { COLUMNS, LINKS } from "../data/constants.ts";
import { TEMPLATES } from "../load-templates.ts";

/** What makes its templates fast, by its documentation: helpers that are known, and no `@` variables. */
const OPTIONS: PrecompileOptions = { knownHelpers: { eq: true }, knownHelpersOnly: true, data: false };

const engine = Handlebars.create();

engine.registerHelper("eq", (left: unknown, right: unknown) => left === right);

function compile(name: string): HandlebarsTemplateDelegate {
  const source = readFileSync(join(TEMPLATES, "handlebars", `${name}.hbs`), "utf8");
  // The text of an object, as its command line writes it to a file.
  const compiled = String(engine.precompile(source, OPTIONS));
  return engine.template(new Function(`return ${compiled}`)() as TemplateSpecification);
}

const item = compile("item");
const page = compile("page");
const table = compile("table");
const tree = compile("tree");
engine.registerPartial("tree", tree);

export const handlebars = createStringEngine({
  item: (row) => item(row),
  page: (input) => page({ page: input, links: LINKS }),
  table: ({ rows }) => table({ rows, columns: COLUMNS }),
  tree: (node) => tree(node),
});
