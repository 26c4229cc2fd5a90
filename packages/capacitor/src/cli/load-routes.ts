import { isWattError } from "@watt/electron";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type ExportedRoutes, exportedRoutes, LoadError } from "../compile/exported-routes.ts";
import { capacitorErrors } from "../errors.ts";
import { locateRoutes } from "./locate-routes.ts";

/** The error of a router that refused a route while the file was loaded. */
export interface RefusedError extends Error {
  readonly details: RefusedDetails;
}

/** What such an error says of the route, and of the one that was there first. */
export interface RefusedDetails {
  readonly method?: string;
  readonly pattern: string;
  readonly source: string;
  readonly otherMethod?: string;
  readonly otherPattern?: string;
  readonly otherSource?: string;
}

/**
 * Imports a file and takes its routes.
 *
 * @param name of the export; the usual ones, or the only one that fits, when it is left out.
 * @throws LoadError
 */
export async function loadRoutes(
  file: string,
  name: string | undefined,
): Promise<ExportedRoutes | { readonly refused: RefusedError }> {
  const path = resolve(file);
  if (!existsSync(path)) throw new LoadError(`there is no file ${path}`);
  try {
    const module = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Record<string, unknown>;
    const exported = await exportedRoutes(module, name, path, "--export");
    return { ...exported, routes: locateRoutes(exported.routes, path) };
  } catch (error) {
    if (error instanceof LoadError) throw error;
    if (isRefused(error)) return { refused: error };
    throw new LoadError(`${path} cannot be loaded: ${hintOf(error)}`, { cause: error });
  }
}

function isRefused(error: unknown): error is RefusedError {
  return (
    isWattError(error) &&
    Object.hasOwn(capacitorErrors, error.code) &&
    "pattern" in error.details &&
    "source" in error.details
  );
}

function hintOf(error: unknown): string {
  const { message = String(error), code } = (error ?? {}) as { message?: string; code?: string };
  if (code !== "ERR_UNKNOWN_FILE_EXTENSION") return message;
  return `${message}. This runtime reads no TypeScript: use Node 22.18 or later, or a loader (node --import)`;
}
