import { createStringEngine } from "../create-engine.ts";
import { loadTemplates } from "../load-templates.ts";

export const preact = createStringEngine(await loadTemplates("preact.jsx", { jsxImportSource: "preact" }));
