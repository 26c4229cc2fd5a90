import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import { compile } from "svelte/compiler";
import { createStringEngine } from "../create-engine.ts";
import { loadTemplates } from "../load-templates.ts";

const compiler: Plugin = {
  name: "svelte",
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { js } = compile(await readFile(path, "utf8"), { filename: path, generate: "server" });
      return { contents: js.code, loader: "js" };
    });
  },
};

export const svelte = createStringEngine(await loadTemplates("svelte/index.js", { plugins: [compiler] }));
