import { defineConfig } from "vitest/config";

// Tests run on the sources of every package, without a build.
const conditions = ["@watt/source"];
const sources = { resolve: { conditions }, ssr: { resolve: { conditions } } };
const roots = ["packages/*", "apps/*", "benchmarks", "scripts"];
const files = (pattern: string): string[] => roots.map((root) => `${root}/test/**/${pattern}`);
const ignored = ["**/node_modules/**", "**/fixtures/**"];

export default defineConfig({
  test: {
    projects: [
      {
        ...sources,
        test: {
          name: "node",
          include: files("*.test.ts"),
          exclude: [...ignored, ...files("*.{dom,browser,packed}.test.ts")],
          typecheck: {
            enabled: true,
            include: files("*.test-d.ts"),
            exclude: ignored,
            tsconfig: "tsconfig.test.json",
          },
        },
      },
      { ...sources, test: { name: "dom", environment: "happy-dom", include: files("*.dom.test.ts"), exclude: ignored } },
      {
        // Real Chromium and real servers: one file at a time, since they share two cores with what they drive.
        ...sources,
        test: {
          name: "browser",
          include: files("*.browser.test.ts"),
          exclude: ignored,
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // What users install: packed tarballs, and the checks that turn red.
        ...sources,
        test: {
          name: "packed",
          include: files("*.packed.test.ts"),
          exclude: ignored,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
