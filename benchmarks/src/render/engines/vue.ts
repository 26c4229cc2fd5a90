import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Plugin } from "esbuild";
import { compileScript, parse } from "vue/compiler-sfc";
import { createAsyncEngine } from "../create-engine.ts";
import { loadTemplates } from "../load-templates.ts";

const compiler: Plugin = {
  name: "vue",
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor } = parse(await readFile(path, "utf8"), { filename: path });
      const templateOptions = { ssr: true, ssrCssVars: [] };
      const options = { id: basename(path), isProd: true, inlineTemplate: true, templateOptions };
      return { contents: compileScript(descriptor, options).content, loader: "js" };
    });
  },
};

export const vue = createAsyncEngine(await loadTemplates<Promise<string>>("vue/index.js", { plugins: [compiler] }));
