const TEXT = "; charset=utf-8";

const TYPES: Readonly<Record<string, string>> = {
  avif: "image/avif",
  css: `text/css${TEXT}`,
  csv: `text/csv${TEXT}`,
  gif: "image/gif",
  gz: "application/gzip",
  htm: `text/html${TEXT}`,
  html: `text/html${TEXT}`,
  ico: "image/x-icon",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: `text/javascript${TEXT}`,
  json: `application/json${TEXT}`,
  map: `application/json${TEXT}`,
  md: `text/markdown${TEXT}`,
  mjs: `text/javascript${TEXT}`,
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  pdf: "application/pdf",
  png: "image/png",
  svg: `image/svg+xml${TEXT}`,
  txt: `text/plain${TEXT}`,
  wasm: "application/wasm",
  webm: "video/webm",
  webmanifest: `application/manifest+json${TEXT}`,
  webp: "image/webp",
  woff: "font/woff",
  woff2: "font/woff2",
  xml: `application/xml${TEXT}`,
  zip: "application/zip",
};

/** The media type of a file by its extension; unknown ones are bytes to be downloaded. */
export function contentType(name: string): string {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(TYPES, extension) ? (TYPES[extension] as string) : "application/octet-stream";
}
