import { queryError } from "../errors.ts";
import { type Field, readValue } from "./field.ts";

const TEXT = `(?:'(?:[^']|'')+'|[^\\s,:?=|()[\\]'"&#+%]+)`;
const WORDS = `${TEXT}(?:\\s*\\|\\s*${TEXT})*`;
const BOUND = "\\s*(-?\\d+(?:\\.\\d+)?)?\\s*";
const TYPE = `(string|int|number)(?:\\(${BOUND}\\.\\.${BOUND}\\))?|(\\(\\s*${WORDS}\\s*\\)|${WORDS})`;
const DEFAULT = `'(?:[^']|'')*'|[^\\s,'][^,']*?`;
// name? : type[] = default, and the comma behind it
const FIELD = /* @__PURE__ */ new RegExp(
  `(${TEXT})\\s*(\\?)?\\s*(?::\\s*((?:${TYPE})(?:\\s*(\\[\\s*]))?)\\s*)?(?:=\\s*(${DEFAULT})\\s*)?(?:,\\s*|$)`,
  "y",
);
// By turns true and false; `on` is what a checkbox sends.
const BOOLEANS = ["true", "false", "1", "0", "on", "off"];
const NO_VALUES: readonly [] = /* @__PURE__ */ Object.freeze([]);
const MOST = Number.MAX_VALUE;
const MEANINGS = [true, false, true, false, true, false];

/**
 * Reads what `query` was given.
 *
 * @throws WATT_CAPACITOR_QUERY_SYNTAX
 */
export function parseFields(query: string): readonly Field[] {
  const fields: Field[] = [];
  let position = query.search(/\S|$/);
  while (position < query.length) {
    FIELD.lastIndex = position;
    const found = FIELD.exec(query);
    const field = found === null ? undefined : readField(found);
    if (field === undefined || fields.some(({ name }) => name === field.name)) {
      const problem = "there is no field, or not the first of its name";
      throw queryError("WATT_CAPACITOR_QUERY_SYNTAX", { query, position, problem });
    }
    fields.push(field);
    position = FIELD.lastIndex;
  }
  return fields;
}

// `undefined` when a part does not fit.
function readField([, name = "", mark, written, ...rest]: RegExpExecArray): Field | undefined {
  const [type = written ? undefined : "string", least = -MOST, most = MOST, choice = "", list, preset] = rest;
  const isBoolean = choice === "bool";
  const words = isBoolean ? BOOLEANS : (choice.match(new RegExp(TEXT, "g")) ?? []).map(unquote);
  const field: Field = {
    name: unquote(name),
    expected: written ?? "string",
    type: type as Field["type"],
    words,
    values: isBoolean ? MEANINGS : words,
    least: +least,
    most: +most,
    isOptional: mark !== undefined,
    isList: list !== undefined,
    fallback: list && NO_VALUES,
  };
  // A single word is the name of a type, or a slip of the pen. A list is never absent, only empty.
  if (!type && !isBoolean && !/['|]/.test(choice)) return undefined;
  if (field.least > field.most || (mark && (list ?? preset)) || (list && preset)) return undefined;
  if (!preset) return field;
  const fallback = readValue(field, unquote(preset));
  return fallback === undefined ? undefined : { ...field, fallback };
}

function unquote(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
}
