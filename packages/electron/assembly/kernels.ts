// What the module of this package exports. The scalar twins in src/wasm/scalar-kernels.ts have this order.
export { indexOfByte } from "./index-of-byte";
export { equals } from "./equals";
export { compare } from "./compare";
export { isAscii } from "./is-ascii";
export { lowerAscii } from "./lower-ascii";
export { scanHtml } from "./scan-html";
export { escapeHtml } from "./escape-html";
export { escapeScriptJson } from "./escape-script-json";
export { bitAnd, bitOr, popcount } from "./bits";
export { xxh64 } from "./xxh64";
