import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
const root = join(import.meta.dirname, "..");

/** What a package's `exports` leads to: a file, or conditions. */
export type ExportTarget = string | { readonly [condition: string]: ExportTarget };

/** The fields of a package.json that these scripts read. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports: Readonly<Record<string, ExportTarget>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A published package of this workspace. */
export interface WorkspacePackage {
  /** Folder name, `electron`. */
  readonly id: string;
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The packages under packages/, by name. */
export function workspacePackages(): WorkspacePackage[] {
  const parent = join(root, "packages");
  return readdirSync(parent)
    .sort()
    .map((id) => ({ id, folder: join(parent, id) }))
    .map((at) => ({ ...at, manifest: JSON.parse(readFileSync(join(at.folder, "package.json"), "utf8")) as Manifest }));
}

/**
 * Packs a package as it would be published. It must be built.
 *
 * @param destination an existing folder that receives the tarball.
 * @returns absolute path of the tarball.
 */
export async function pack({ folder }: WorkspacePackage, destination: string): Promise<string> {
  const { stdout } = await execute(
    join(root, "node_modules", ".bin", "pnpm"),
    ["pack", "--json", "--pack-destination", destination],
    { cwd: folder },
  );
  return (JSON.parse(stdout) as { filename: string }).filename;
}

/**
 * Packs every package. They must be built.
 *
 * @param destination an existing folder that receives the tarballs.
 * @returns package name → absolute path of its tarball.
 */
export async function packAll(destination: string): Promise<Map<string, string>> {
  const tarballs = new Map<string, string>();
  for (const found of workspacePackages()) tarballs.set(found.manifest.name, await pack(found, destination));
  return tarballs;
}
