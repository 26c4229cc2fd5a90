// npm run docs:errors: writes docs/reference/errors.md from the packages' error tables. --check: only compares.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorTables } from "./errors-tables.ts";
import { renderErrors } from "./render-errors.ts";

const path = join(import.meta.dirname, "..", "docs", "reference", "errors.md");
const wanted = renderErrors(await errorTables());

if (process.argv.includes("--check")) {
  if (current() !== wanted) {
    console.error("docs/reference/errors.md is not what the error tables say. Run: npm run docs:errors");
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wanted);
}

function current(): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
