import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

/** The environment variable that names a Chromium and, when set, settles the question. */
export const CHROMIUM_VARIABLE = "WATT_CHROMIUM";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const USUAL_FOLDERS = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome"];
const USUAL_PATHS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

// Nothing here changes what a page sees; it keeps the browser from using the network on its own account.
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where Chromium is, or why there is none. */
export type FoundChromium =
  | { readonly path: string; readonly reason?: never }
  | { readonly path?: never; readonly reason: string };

/**
 * Looks for a Chromium: the variable WATT_CHROMIUM, then a binary on PATH, then the usual places. Installs nothing:
 * `npm test` does that beforehand (see install-chromium.ts).
 */
export function findChromium(): FoundChromium {
  const named = process.env[CHROMIUM_VARIABLE];
  if (named !== undefined && named !== "") {
    return isExecutable(named)
      ? { path: named }
      : { reason: `${CHROMIUM_VARIABLE} is ${named}, which is no executable file` };
  }
  const folders = [...(process.env["PATH"] ?? "").split(delimiter).filter(Boolean), ...USUAL_FOLDERS];
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...USUAL_PATHS];
  const path = candidates.find(isExecutable) ?? playwrightChromium();
  return path === undefined
    ? { reason: `no Chromium on this machine: install one, or name it in ${CHROMIUM_VARIABLE}` }
    : { path };
}

/**
 * Starts a headless Chromium that keeps to itself. The caller closes it.
 *
 * @param options merged over the defaults; `args` are added to them.
 * @throws when there is no Chromium; suites ask `describeWithChromium` first.
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const found = findChromium();
  if (found.path === undefined) throw new Error(`Cannot start Chromium: ${found.reason}.`);
  const args = [...ARGUMENTS, ...(options.args ?? [])];
  return chromium.launch({ headless: true, ...options, executablePath: found.path, args });
}

function playwrightChromium(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
