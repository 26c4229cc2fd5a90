import { defineConfig } from "tsup";
// @boundaries-ignore: a build step that all packages share
import { keepConstants } from "../../scripts/keep-constants.ts";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    node: "src/node/index.ts",
    csrf: "src/csrf/index.ts",
    files: "src/files/index.ts",
    headers: "src/headers/index.ts",
  },
  format: ["esm", "cjs"],
  target: "es2023",
  // The other packages' types come from their builds: their sources lie outside this package's rootDir.
  dts: { compilerOptions: { composite: false, incremental: false, customConditions: [] } },
  // Deno and workerd know the built-in modules by their `node:` names only.
  removeNodeProtocol: false,
  plugins: [keepConstants],
  clean: true,
  sourcemap: true,
});
