// npm run elements: writes conduit's builders and their types from the standards' data.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { elementFiles } from "./elements/files.ts";

for (const [path, text] of await elementFiles()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
