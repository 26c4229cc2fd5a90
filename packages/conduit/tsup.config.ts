import { defineConfig } from "tsup";
// @boundaries-ignore: a build step that all packages share
import { keepConstants } from "../../scripts/keep-constants.ts";

export default defineConfig({
  entry: { index: "src/index.ts", dev: "src/dev/index.ts", mathml: "src/mathml/index.ts", svg: "src/svg/index.ts" },
  format: ["esm", "cjs"],
  target: "es2023",
  // The other packages' types come from their builds: their sources lie outside this package's rootDir.
  dts: { compilerOptions: { composite: false, incremental: false, customConditions: [] } },
  plugins: [keepConstants],
  clean: true,
  sourcemap: true,
});
