import { createStringEngine } from "../create-engine.ts";
import { loadTemplates } from "../load-templates.ts";

export const react = createStringEngine(await loadTemplates("react.jsx", { jsxImportSource: "react" }));
