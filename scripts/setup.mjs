// npm run setup: installs what the lockfile names.
import { install, step } from "./toolchain.mjs";

await step("Installing", install);
