import { defineConfig } from "vitest/config";
import { ReportTests } from "./scripts/report-tests.ts";

// Tests run on the sources of every package, without a build.
const conditions = ["@watt/source"];
const sources = { resolve: { conditions }, ssr: { resolve: { conditions } } };
const roots = ["packages/*", "apps/*", "benchmarks", "scripts"];
const files = (pattern: string): string[] => roots.map((root) => `${root}/test/**/${pattern}`);
const ignored = ["**/node_modules/**", "**/fixtures/**"];

const uncovered = [...files("*.explore.test.ts"), ...files("leak.test.ts")];

// Full counts under coverage take their time.
const testTimeout = process.env["WATT_FULL"] === "1" ? 120_000 : 5_000;

// 90 % of each package. Kernels count through their scalar twins. jolt's client does not count: its cases run in Chromium,
// on the minified file, where this coverage cannot look.
const covered = ["electron/src", "capacitor/src", "conduit/src", "jolt/src/{protocol,server}", "bolt/src"];
const thresholds = Object.fromEntries(covered.map((folder) => [`packages/${folder}/**`, { lines: 90, branches: 90 }]));

export default defineConfig({
  test: {
    reporters: ["default", new ReportTests()],
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts"],
      exclude: ["**/*.generated.ts", "**/*.d.ts", "packages/jolt/src/client/**"],
      reporter: ["text-summary", "html"],
      thresholds,
    },
    // Why 2: the default is one less than there are cores, which is 1 on the machine that the limits are stated for.
    maxWorkers: 2,
    // The groups run one after another: what drives browsers and servers waits more than it computes.
    projects: [
      {
        ...sources,
        test: {
          name: "node",
          testTimeout,
          include: files("*.test.ts"),
          exclude: [...ignored, ...uncovered, ...files("*.{dom,browser,packed}.test.ts")],
          sequence: { groupOrder: 1 },
          typecheck: {
            enabled: true,
            // Errors outside of *.test-d.ts are found by `npm run typecheck`, where each project has its own libraries.
            ignoreSourceErrors: true,
            include: files("*.test-d.ts"),
            exclude: ignored,
            tsconfig: "tsconfig.test.json",
          },
        },
      },
      {
        // What coverage would slow, or falsify: every interleaving of what threads share; and leaks, since V8 keeps each
        // function that it counts.
        ...sources,
        test: {
          name: "uncovered",
          testTimeout,
          include: uncovered,
          exclude: ignored,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...sources,
        test: {
          name: "dom",
          testTimeout,
          environment: "happy-dom",
          include: files("*.dom.test.ts"),
          exclude: ignored,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Real Chromium and real servers.
        ...sources,
        test: {
          name: "browser",
          include: files("*.browser.test.ts"),
          exclude: ignored,
          sequence: { groupOrder: 2 },
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
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
