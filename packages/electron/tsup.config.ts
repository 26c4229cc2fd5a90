import { copyFile, readFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";
// @boundaries-ignore: a build step that all packages share
import { keepConstants } from "../../scripts/keep-constants.ts";

// Three builds of one source. package.json tells by conditions which one is used:
//   dist/              production: no checked mode; the kernels inline, as base64
//   dist/development/  checked mode
//   dist/workerd/      production, for runtimes that compile no bytes: the kernels are a file that is imported
type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * Makes CHECKED_BUILD a global that `define` gives a value. Why: esbuild knows the value of an imported constant only
 * when it links, too late to drop what the branches on it import.
 */
const checkedBuild: Plugin = {
  name: "checked-build",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      loader: "ts",
      contents: (await readFile(path, "utf8")).replace(/^import \{ CHECKED_BUILD \} from .*$/m, ""),
    }));
  },
};

const workerdModule: Plugin = {
  name: "workerd-module",
  setup(build) {
    build.onResolve({ filter: /[\\/]kernel-module\.ts$/ }, async ({ path, ...from }) =>
      build.resolve(path.replace(/\.ts$/, ".workerd.ts"), from),
    );
    build.onResolve({ filter: /\.wasm$/ }, () => ({ path: "./kernels.wasm", external: true }));
  },
};

function options(checked: boolean, given: Options): Options {
  const value = String(checked);
  return {
    entry: { index: "src/index.ts", threads: "src/threads/index.ts", locked: "src/locked/index.ts" },
    format: ["esm", "cjs"],
    target: "es2023",
    define: { CHECKED_BUILD: value, __WATT_CHECKED__: value },
    esbuildOptions: (esbuild) => {
      esbuild.minifySyntax = !checked;
    },
    esbuildPlugins: [checkedBuild],
    plugins: [keepConstants],
    clean: true,
    sourcemap: true,
    ...given,
  };
}

export default defineConfig([
  options(false, {
    // The other packages' types come from their builds: their sources lie outside this package's rootDir.
    dts: { compilerOptions: { composite: false, incremental: false, customConditions: [] } },
    // The folders of the other two are theirs to clean.
    clean: ["!development/**", "!workerd/**"],
  }),
  options(true, { outDir: "dist/development" }),
  options(false, {
    outDir: "dist/workerd",
    entry: { index: "src/index.ts" },
    format: ["esm"],
    esbuildPlugins: [checkedBuild, workerdModule],
    onSuccess: () => copyFile("build/kernels.wasm", "dist/workerd/kernels.wasm"),
  }),
]);
