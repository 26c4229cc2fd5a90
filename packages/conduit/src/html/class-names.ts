import { CssBlock } from "../css/css-block.ts";
import { isRecord } from "./is-record.ts";

/**
 * Names of classes as one text: of a list what is truthy, of a record the names whose value is truthy, at any depth of lists.
 * What is no text, number, list or plain record is left to the caller: `undefined`.
 */
export function classNames(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (value instanceof CssBlock) return value.className;
  const names = Array.isArray(value) ? value.map(classNames) : isRecord(value) ? truthy(value) : [undefined];
  return names.includes(undefined) ? undefined : names.filter((name) => name !== "").join(" ");
}

const truthy = (record: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(record).flatMap(([name, isOn]) => (isOn ? [name] : []));
