import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Eta } from "eta";
import { createStringEngine } from "../create-engine.ts";
import { COLUMNS, LINKS } from "../data/constants.ts";
import { TEMPLATES } from "../load-templates.ts";

const engine = new Eta({ cache: true });

for (const name of ["item", "page", "table", "tree"]) {
  const source = readFileSync(join(TEMPLATES, "eta", `${name}.eta`), "utf8");
  engine.loadTemplate(`@${name}`, engine.compile(source.trimEnd()));
}

export const eta = createStringEngine({
  item: (row) => engine.render("@item", row),
  page: (page) => engine.render("@page", { page, links: LINKS }),
  table: ({ rows }) => engine.render("@table", { rows, columns: COLUMNS }),
  tree: (node) => engine.render("@tree", node),
});
