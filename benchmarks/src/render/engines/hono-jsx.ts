import { createStringEngine } from "../create-engine.ts";
import { loadTemplates } from "../load-templates.ts";

export const honoJsx = createStringEngine(await loadTemplates("hono.jsx", { jsxImportSource: "hono/jsx" }));
