/** What one field of a query is, spelled out. */
export interface OracleField {
  readonly name: string;
  readonly type: "string" | "int" | "number" | "bool" | readonly string[];
  readonly bounds?: readonly [least: number, most: number] | undefined;
  readonly presence: "required" | "optional" | "list" | { readonly fallback: string | number | boolean };
}

/** What a query is read as. */
export interface OracleResult {
  readonly ok: boolean;
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly { readonly name: string; readonly problem: string; readonly value?: string }[];
}

type Value = string | number | boolean;

/** The text of a query, with quotes around whatever could need them. */
export function textOf(fields: readonly OracleField[]): string {
  return fields.map(fieldText).join(", ");
}

function fieldText(field: OracleField): string {
  const { name, presence } = field;
  const mark = presence === "optional" ? "?" : "";
  const preset = typeof presence === "object" ? ` = ${quote(String(presence.fallback))}` : "";
  return `${quote(name)}${mark}: ${typeText(field)}${preset}`;
}

/** How the type of a field is written. */
export function typeText({ type, bounds, presence }: OracleField): string {
  const plain = typeof type === "string" ? type : type.map((word) => quote(word, type.length === 1)).join("|");
  const range = bounds ? `(${bounds.join("..")})` : "";
  if (presence !== "list") return plain + range;
  return typeof type === "string" ? `${plain}${range}[]` : `(${plain})[]`;
}

function quote(text: string, isForced: boolean = false): string {
  return !isForced && /^[a-z]\w*$/.test(text) && !["string", "int", "number", "bool"].includes(text)
    ? text
    : `'${text.split("'").join("''")}'`;
}

/** Reads a query pair by pair: names and values by URLSearchParams, one by one. */
export function oracleParse(
  fields: readonly OracleField[],
  raw: string,
  { maxLength, maxPairs }: { maxLength: number; maxPairs: number } = { maxLength: 8192, maxPairs: 1000 },
): OracleResult {
  const values = new Map<string, Value | Value[]>();
  const problems = new Map<string, { name: string; problem: string; value?: string }>();
  let whole: OracleResult["problems"][number] | undefined;
  let end = 0;
  let count = 0;
  for (const piece of queryOf(raw).split("&")) {
    end += piece.length;
    if (end > maxLength) whole ??= { name: "", problem: "too-long" };
    if (piece !== "" && ++count > maxPairs) whole ??= { name: "", problem: "too-many" };
    end++;
    if (piece === "" || whole !== undefined) continue;
    const [name, value] = pairOf(piece);
    const field = fields.find((one) => one.name === name || (one.presence === "list" && `${one.name}[]` === name));
    if (field === undefined || problems.has(field.name)) continue;
    const isFlag = field.type === "bool" && !piece.includes("=");
    if (value.raw === "" && field.type !== "string" && !isFlag) continue;
    const before = values.get(field.name);
    const problem = (text: string, told: string) =>
      problems.set(field.name, { name: field.name, problem: text, value: told });
    const read = isFlag ? true : readText(field, value.text);
    if (before !== undefined && field.presence !== "list") problem("repeated", value.text ?? value.raw);
    else if (value.text === undefined) problem("malformed", value.raw);
    else if (read === undefined) problem("invalid", value.text);
    else values.set(field.name, field.presence === "list" ? [...((before ?? []) as Value[]), read] : read);
  }
  for (const { name, presence } of fields) {
    if (presence === "required" && whole === undefined && !values.has(name) && !problems.has(name)) {
      problems.set(name, { name, problem: "missing" });
    }
  }
  const told = fields.flatMap(({ name }) => problems.get(name) ?? []);
  return {
    ok: whole === undefined && told.length === 0,
    values: Object.fromEntries(
      fields.map((field) => [
        field.name,
        problems.has(field.name) ? fallbackOf(field) : (values.get(field.name) ?? fallbackOf(field)),
      ]),
    ),
    problems: whole === undefined ? told : [whole, ...told],
  };
}

function fallbackOf({ presence }: OracleField): unknown {
  return presence === "list" ? [] : typeof presence === "object" ? presence.fallback : undefined;
}

function queryOf(raw: string): string {
  const text = raw.split("#")[0] ?? "";
  const isPath = text.startsWith("/") || /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  if (!isPath) return text.startsWith("?") ? text.slice(1) : text;
  return text.split("?").slice(1).join("?");
}

function pairOf(piece: string): [name: string | undefined, value: { raw: string; text: string | undefined }] {
  const [name = "", ...rest] = piece.split("=");
  const raw = rest.join("=");
  return [decode(name), { raw, text: decode(raw) }];
}

// URLSearchParams never refuses anything: what it would repair is looked for first.
function decode(raw: string): string | undefined {
  try {
    decodeURIComponent(raw);
  } catch {
    return undefined;
  }
  const isWellFormed = Buffer.from(raw, "utf8").toString("utf8") === raw;
  return isWellFormed ? (new URLSearchParams(`x=${raw}`).get("x") ?? undefined) : undefined;
}

function readText({ type, bounds: [least, most] = [-Infinity, Infinity] }: OracleField, text = ""): Value | undefined {
  if (typeof type !== "string") return type.find((word) => word === text);
  if (type === "bool") {
    if (["true", "1", "on"].includes(text)) return true;
    return ["false", "0", "off"].includes(text) ? false : undefined;
  }
  if (type === "string") return text.length >= least && text.length <= most ? text : undefined;
  if (type === "int" && !/^-?[0-9]{1,15}$/.test(text)) return undefined;
  if (!/^-?([0-9]+|[0-9]*\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(text)) return undefined;
  const number = Number.parseFloat(text);
  if (!Number.isFinite(number) || number < least || number > most) return undefined;
  return number === 0 ? 0 : number;
}
