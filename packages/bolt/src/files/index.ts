export { file, files } from "./files.ts";
export type { FilesOptions } from "./send-file.ts";
