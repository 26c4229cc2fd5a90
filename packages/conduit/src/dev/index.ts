import { dev } from "./dev.ts";

export { dev, type DevOptions } from "./dev.ts";
export { conduitDevErrors, type ConduitDevErrorCode } from "./errors.ts";
export type { Explained } from "./explain.ts";
export { print } from "./print/print.ts";

// Why on import: `node --import @watt/conduit/dev app.ts` needs no line of the program.
dev();
