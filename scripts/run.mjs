// node scripts/run.mjs <file.ts> [arguments]: runs a TypeScript program of this repository on the pinned Node.
import { foreground, install, pinnedNode } from "./toolchain.mjs";

const status = await install();
if (typeof status === "number") process.exit(status);
foreground(pinnedNode(), process.argv.slice(2));
