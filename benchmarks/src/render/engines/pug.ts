import { join } from "node:path";
import { compileFile, type compileTemplate } from "pug";
import { createStringEngine } from "../create-engine.ts";
import { COLUMNS, LINKS } from "../data/constants.ts";
import { TEMPLATES } from "../load-templates.ts";

function compile(name: string): compileTemplate {
  return compileFile(join(TEMPLATES, "pug", `${name}.pug`), { compileDebug: false, doctype: "html" });
}

const item = compile("item");
const page = compile("page");
const table = compile("table");
const tree = compile("tree");

export const pug = createStringEngine({
  item: (row) => item({ row }),
  page: (input) => page({ page: input, links: LINKS }),
  table: ({ rows }) => table({ rows, columns: COLUMNS }),
  tree: (node) => tree({ node }),
});
