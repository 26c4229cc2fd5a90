import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { pack, workspacePackages } from "./pack.ts";

const execute = promisify(execFile);
const PROGRAM_MS = 30_000;

/** How `bundle` makes a program. */
export interface BundleOptions {
  /** Conditions by which packages are resolved into the bundle. Without them packages stay imports. */
  readonly conditions?: readonly string[];
  readonly format?: "esm" | "cjs" | "iife";
}

/** A folder in which a package of this workspace is installed as users get it: from its tarball. */
export class InstalledPackage {
  readonly folder: string = mkdtempSync(join(tmpdir(), "watt-runtime-"));

  /** Packs packages, which must be built, and unpacks them into `node_modules`: those that one of them needs among them. */
  static async install(...ids: readonly string[]): Promise<InstalledPackage> {
    const installed = new InstalledPackage();
    for (const id of ids) {
      const found = workspacePackages().find((candidate) => candidate.id === id);
      if (found === undefined) throw new Error(`No packages/${id}`);
      const target = join(installed.folder, "node_modules", found.manifest.name);
      mkdirSync(target, { recursive: true });
      const tarball = await pack(found, installed.folder);
      await execute("tar", ["-xzf", tarball, "-C", target, "--strip-components=1"]);
    }
    installed.write("package.json", '{ "name": "user", "private": true, "type": "module" }');
    return installed;
  }

  /** Writes a file of the program; returns its absolute path. */
  write(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  /**
   * Makes the program `name` in this folder from source text that imports files by absolute path.
   *
   * @returns the absolute path of the program. A `.wasm` file that it imports lies beside it.
   */
  async bundle(name: string, source: string, { conditions, format = "esm" }: BundleOptions = {}): Promise<string> {
    const outfile = join(this.folder, name);
    await build({
      stdin: { contents: source, resolveDir: this.folder, sourcefile: "program.ts", loader: "ts" },
      outfile,
      bundle: true,
      format,
      target: "es2023",
      platform: "neutral",
      logLevel: "error",
      loader: { ".wasm": "copy" },
      nodePaths: [join(this.folder, "node_modules")],
      ...(conditions === undefined ? { packages: "external" } : { conditions: [...conditions] }),
    });
    return outfile;
  }

  /** What a program prints, run in this folder, with neither the options nor the settings of this process. */
  async run(path: string, args: readonly string[]): Promise<string> {
    const { stdout } = await execute(path, args, {
      cwd: this.folder,
      timeout: PROGRAM_MS,
      env: { PATH: process.env["PATH"], HOME: this.folder, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    });
    return stdout;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
