// npm start: installs, builds and serves the starter app. Needs Node 20 and npm, nothing else.
import { join } from "node:path";
import { foreground, install, pinnedNode, root, step, turbo } from "./toolchain.mjs";

await step("1/3 Installing", install);
await step("2/3 Building", () => turbo("build", "--filter=@watt/starter^..."));
console.log("3/3 Starting…");
foreground(pinnedNode(), [join(root, "apps", "starter", "src", "main.ts")]);
