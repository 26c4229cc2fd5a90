import { defineConfig } from "tsup";

export default defineConfig({
  entry: { client: "src/client/index.ts", server: "src/server/index.ts", protocol: "src/protocol/index.ts" },
  format: ["esm", "cjs"],
  target: "es2023",
  // The other packages' types come from their builds: their sources lie outside this package's rootDir.
  dts: { compilerOptions: { composite: false, incremental: false, customConditions: [] } },
  clean: true,
  sourcemap: true,
});
