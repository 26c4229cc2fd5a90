export type * from "./attributes.ts";
export * from "./elements.ts";
