import { createRequire } from "node:module";
import { transformFileAsync } from "@babel/core";
import type { Plugin } from "esbuild";
import { createStringEngine } from "../create-engine.ts";
import { loadTemplates } from "../load-templates.ts";

const PRESET = createRequire(import.meta.url).resolve("babel-preset-solid");

const compiler: Plugin = {
  name: "solid",
  setup({ onLoad }) {
    onLoad({ filter: /\.jsx$/ }, async ({ path }) => {
      const presets = [[PRESET, { generate: "ssr", hydratable: false }]];
      const compiled = await transformFileAsync(path, { presets, babelrc: false, configFile: false });
      return { contents: compiled?.code ?? "", loader: "js" };
    });
  },
};

export const solid = createStringEngine(await loadTemplates("solid.jsx", { plugins: [compiler] }));
