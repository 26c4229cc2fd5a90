import { defineConfig } from "tsup";
// @boundaries-ignore: a build step that all packages share
import { keepConstants } from "../../scripts/keep-constants.ts";

export default defineConfig([
  {
    entry: {
      index: "src/index.ts",
      cache: "src/cache/index.ts",
      compiled: "src/compiled/index.ts",
      shared: "src/shared/index.ts",
      unplugin: "src/unplugin/index.ts",
    },
    format: ["esm", "cjs"],
    target: "es2023",
    // The other packages' types come from their builds: their sources lie outside this package's rootDir.
    dts: { compilerOptions: { composite: false, incremental: false, customConditions: [] } },
    plugins: [keepConstants],
    // The program's folder is its own to clean.
    clean: ["!cli/**"],
    sourcemap: true,
  },
  // The program `capacitor`, which is started and never imported.
  {
    entry: { main: "src/cli/main.ts" },
    outDir: "dist/cli",
    format: ["esm"],
    target: "es2023",
    removeNodeProtocol: false,
    plugins: [keepConstants],
    clean: true,
  },
]);
