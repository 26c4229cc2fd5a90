import { compileFile } from "@marko/compiler";
import type { Plugin } from "esbuild";
import * as translator from "marko/translator";
import { createStringEngine } from "../create-engine.ts";
import { loadTemplates } from "../load-templates.ts";

const compiler: Plugin = {
  name: "marko",
  setup({ onLoad }) {
    onLoad({ filter: /\.marko$/ }, async ({ path }) => {
      const { code } = await compileFile(path, { output: "html", translator, optimize: true, sourceMaps: false });
      return { contents: code, loader: "js" };
    });
  },
};

export const marko = createStringEngine(await loadTemplates("marko/index.js", { plugins: [compiler] }));
