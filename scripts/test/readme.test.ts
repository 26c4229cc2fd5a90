import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workspacePackages } from "../pack.ts";
import { root } from "../scratch-copy.ts";
import { toolEnvironment } from "../toolchain.mjs";

// Every ```ts block of a README or of the guide compiles. What its fence adds says how it is run:
//   ```ts         exits with 0 within the limit
//   ```ts serve   prints the address it serves, which answers with 200, and ends on SIGTERM
//   ```ts no-run  is compiled only
const LIMIT_MILLISECONDS = 10_000;

interface Block {
  readonly name: string;
  readonly file: string;
  readonly mode: string;
  readonly code: string;
}

const packages = workspacePackages();
const readmes = [root, ...packages.map(({ folder }) => folder)].map((folder) => join(folder, "README.md"));
const guide = join(root, "docs", "guide");
const guides = readdirSync(guide).map((page) => join(guide, page));
const blocks = [...readmes.filter(existsSync), ...guides].flatMap(blocksOf);

let folder = "";
let typeErrors = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "watt-readme-"));
  mkdirSync(join(folder, "node_modules", "@watt"), { recursive: true });
  for (const { manifest, folder: target } of packages) symlinkSync(target, join(folder, "node_modules", manifest.name));
  write("package.json", { type: "module" });
  write("tsconfig.json", {
    extends: join(root, "tsconfig.test.json"),
    compilerOptions: { rootDir: "/", incremental: false, typeRoots: [join(root, "node_modules", "@types")] },
    include: ["*.ts"],
  });
  for (const { file, code } of blocks) writeFileSync(join(folder, file), `${code}\nexport {};\n`);
  const tsc = spawnSync("tsc", ["-p", folder], { cwd: folder, env: toolEnvironment(), encoding: "utf8" });
  typeErrors = tsc.stdout + tsc.stderr;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(blocks)("$name ($mode)", { timeout: LIMIT_MILLISECONDS + 5000 }, async ({ file, mode }) => {
  expect(typeErrors.split("\n").filter((line) => line.startsWith(`${file}(`))).toEqual([]);
  if (mode === "no-run") return;
  const child = start(file);
  try {
    if (mode === "serve") expect(await answerOf(child)).toBe(200);
    else expect(await endOf(child)).toEqual({ code: 0, errors: "" });
  } finally {
    child.kill("SIGKILL");
  }
});

function blocksOf(readme: string): Block[] {
  const text = readFileSync(readme, "utf8");
  return [...text.matchAll(/^```ts(?: (\S+))?\n([\s\S]*?)^```$/gm)].map((match) => {
    const [, mode = "run", code = ""] = match;
    if (!["run", "serve", "no-run"].includes(mode)) throw new Error(`${readme}: no such kind of block: ${mode}`);
    const name = `${relative(root, readme)}:${text.slice(0, match.index).split("\n").length}`;
    return { name, mode, code, file: `${name.replace(/[^\w]+/g, "-")}.ts` };
  });
}

function start(file: string): ChildProcess {
  return spawn(process.execPath, ["--conditions=@watt/source", "--no-warnings", file], {
    cwd: folder,
    env: { ...toolEnvironment(), PORT: "0", NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: LIMIT_MILLISECONDS,
  });
}

function endOf(child: ChildProcess): Promise<{ readonly code: number | string | null; readonly errors: string }> {
  let errors = "";
  child.stderr?.on("data", (chunk) => (errors += String(chunk)));
  child.stdout?.resume();
  return new Promise((resolve) => child.once("close", (code, signal) => resolve({ code: code ?? signal, errors })));
}

async function answerOf(child: ChildProcess): Promise<number> {
  const ended = endOf(child);
  const address = new Promise<string>((resolve) => {
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += String(chunk);
      const [found] = /http:\/\/[^\s"']+/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  const first = await Promise.race([address, ended]);
  if (typeof first !== "string") throw new Error(`Ended without printing an address: ${JSON.stringify(first)}`);
  const { status } = await fetch(first);
  child.kill("SIGTERM");
  await ended;
  return status;
}

function write(name: string, value: unknown): void {
  writeFileSync(join(folder, name), JSON.stringify(value));
}
