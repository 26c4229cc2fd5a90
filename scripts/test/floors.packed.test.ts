import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workspacePackages } from "../pack.ts";
import { toolEnvironment } from "../toolchain.mjs";
import { root, scratchCopy } from "../scratch-copy.ts";

// The real check, `npm run floors`, on a copy of the repository: each forbidden thing must turn it red, and say what it is.

let copy: ReturnType<typeof scratchCopy>;
beforeAll(() => {
  copy = scratchCopy();
});
afterAll(() => copy.remove());

test("the repository as it is keeps to the floors", () => {
  expect(floors()).toMatchObject({ status: 0 });
});

test("every subpath that a package exports may be imported from an app", () => {
  const specifiers = workspacePackages().flatMap(({ manifest }) =>
    Object.keys(manifest.exports)
      .filter((subpath) => subpath !== "./package.json")
      .map((subpath) => join(manifest.name, subpath)),
  );
  const dependencies = Object.fromEntries(workspacePackages().map(({ manifest }) => [manifest.name, "workspace:*"]));
  withChanges(
    {
      files: { "apps/starter/src/all.ts": specifiers.map((specifier) => `import "${specifier}";`).join("\n") },
      depends: { "apps/starter": dependencies },
    },
    () => expect(floors()).toMatchObject({ status: 0 }),
  );
});

interface Changes {
  /** Path → its whole text. */
  readonly files?: Readonly<Record<string, string>> | undefined;
  /** Folder of a package → dependencies that its package.json gets. */
  readonly depends?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
}

interface Forbidden extends Changes {
  readonly what: string;
  readonly says: readonly RegExp[];
}

const forbidden: readonly Forbidden[] = [
  {
    what: "an upward import, declared",
    files: { "packages/conduit/src/up.ts": 'import "@watt/jolt/server";' },
    depends: { "packages/conduit": { "@watt/jolt": "workspace:*" } },
    says: [/Package `@watt\/jolt` found with tag listed in denylist for `@watt\/\s*│?\|?\s*conduit`/],
  },
  {
    what: "a sideways import, declared",
    files: { "packages/conduit/src/side.ts": 'import "@watt/capacitor";' },
    depends: { "packages/conduit": { "@watt/capacitor": "workspace:*" } },
    says: [/Package `@watt\/capacitor` found with tag listed in denylist/],
  },
  {
    what: "an undeclared dependency on another package",
    files: { "packages/electron/src/up.ts": 'export * from "@watt/capacitor";' },
    says: [/cannot import package `@watt\/capacitor` because it is not a dependency/, /electron\/src\/up\.ts/],
  },
  {
    what: "an undeclared dependency from a registry",
    files: { "packages/bolt/src/node/extra.ts": 'import "left-pad";' },
    says: [/cannot import package `left-pad` because it is not a dependency/, /bolt\/src\/node\/extra\.ts/],
  },
  {
    what: "a cycle of packages",
    depends: { "packages/electron": { "@watt/bolt": "workspace:*" } },
    says: [/Circular package dependency detected: .*@watt\//],
  },
  {
    what: "a cycle of files",
    files: {
      "packages/capacitor/src/chicken.ts":
        'import { egg } from "./egg.ts";\nexport const chicken = (): unknown => egg;',
      "packages/capacitor/src/egg.ts":
        'import { chicken } from "./chicken.ts";\nexport const egg = (): unknown => chicken;',
    },
    says: [/Dependency cycle/, /chicken\.ts/],
  },
  {
    what: "a deep import by relative path",
    files: { "packages/jolt/src/server/deep.ts": 'import "../../../conduit/src/index.ts";' },
    says: [/`\.\.\/\.\.\/\.\.\/conduit\/src\/index\.ts` leaves the package/],
  },
  {
    what: "a deep import by name",
    files: { "packages/capacitor/src/deep.ts": 'import "@watt/electron/src/arena/arena.ts";' },
    says: [/'@watt\/electron\/src\/arena\/arena\.ts' import is restricted/, /capacitor\/src\/deep\.ts/],
  },
  {
    what: "a deep import into what a package built",
    files: { "apps/starter/src/deep.ts": 'const built = await import("@watt/bolt/dist/node.js");\nexport { built };' },
    says: [/'@watt\/bolt\/dist\/node\.js' import is restricted/],
  },
  {
    what: "a subpath that the package does not export",
    files: { "apps/starter/src/deep.ts": 'import "@watt/bolt/router";' },
    says: [/'@watt\/bolt\/router' import is restricted/],
  },
  {
    what: "jolt's client importing its server half",
    files: { "packages/jolt/src/client/up.ts": 'import "../server/index.ts";' },
    says: [/'\.\.\/server\/index\.ts' import is restricted/, /own files and protocol\/ only/],
  },
  {
    what: "jolt's client importing another package",
    files: { "packages/jolt/src/client/up.ts": 'import "@watt/conduit";' },
    says: [/'@watt\/conduit' import is restricted/, /own files and protocol\/ only/],
  },
  {
    what: "jolt's protocol importing its client",
    files: { "packages/jolt/src/protocol/up.ts": 'import "../client/index.ts";' },
    says: [/'\.\.\/client\/index\.ts' import is restricted/],
  },
  ...["electron", "capacitor", "conduit", "jolt", "bolt"].map((id) => ({
    what: `a Node built-in in the portable part of ${id}`,
    files: { [`packages/${id}/src/portable.ts`]: 'import "node:fs";' },
    says: [/Do not import Node\.js builtin module `node:fs`/, new RegExp(`${id}/src/portable\\.ts`)],
  })),
  {
    what: "portable bolt importing its Node part",
    files: { "packages/bolt/src/portable.ts": 'import "./node/index.ts";' },
    says: [/'\.\/node\/index\.ts' import is restricted/],
  },
];

test.each(forbidden)("$what turns the floors red", ({ files, depends, says }) => {
  withChanges({ files, depends }, () => {
    const { status, output } = floors();
    expect(status).not.toBe(0);
    for (const words of says) expect(output).toMatch(words);
  });
});

function floors(): { readonly status: number | null; readonly output: string } {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: { floors: string } };
  const { status, stdout, stderr } = spawnSync("sh", ["-c", scripts.floors], {
    cwd: copy.folder,
    env: toolEnvironment(),
    encoding: "utf8",
  });
  // Long messages are wrapped, with a bar at the margin.
  return { status, output: `${stdout}${stderr}`.replace(/\n\s*[|│]\s+/g, " ") };
}

function withChanges(changes: Changes, work: () => void): void {
  const before = new Map<string, string | undefined>();
  const change = (path: string, text: (old: string) => string): void => {
    const file = join(copy.folder, path);
    const old = existsSync(file) ? readFileSync(file, "utf8") : undefined;
    before.set(file, old);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text(old ?? "{}"));
  };
  for (const [path, text] of Object.entries(changes.files ?? {})) change(path, () => `${text}\n`);
  for (const [folder, added] of Object.entries(changes.depends ?? {})) {
    change(`${folder}/package.json`, (old) => {
      const manifest = JSON.parse(old) as { dependencies?: object };
      return JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, ...added } }, null, 2);
    });
  }
  try {
    work();
  } finally {
    for (const [file, old] of before) {
      if (old === undefined) rmSync(file);
      else writeFileSync(file, old);
    }
  }
}
