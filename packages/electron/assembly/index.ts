export { escapeHtml } from "./escape-html";
export { scanHtml } from "./scan-html";
