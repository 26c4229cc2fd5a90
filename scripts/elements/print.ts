import type { RoleData } from "./aria.ts";
import type { Attributes, ElementData, Namespace } from "./namespaces.ts";
import { type Kind, NAMED_KINDS } from "./values.ts";

// Names that JavaScript reserves, and that other exports of the package have.
const TAKEN = new Set(["html", "slot", "switch", "var"]);

const HEADER = "// Written by `npm run elements` from the standards' data. Do not edit.\n";

/** The name of a tag's builder: `annotation-xml` is `annotationXml`, `var` is `var_`. */
export function builderOf(tag: string): string {
  const name = tag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return TAKEN.has(tag) ? `${name}_` : name;
}

const interfaceOf = (tag: string): string => {
  const name = builderOf(tag).replace("_", "");
  return `${name[0]?.toUpperCase()}${name.slice(1)}Attributes`;
};

function typeOf(kind: Kind): string {
  if (typeof kind === "string") return kind;
  const isBoolean = kind.includes("true") && kind.includes("false");
  return [...kind.map((value) => JSON.stringify(value)), ...(isBoolean ? ["boolean"] : []), "None"].join(" | ");
}

const members = (attributes: Attributes): string =>
  [...attributes]
    .map(([name, kind]) => `  readonly ${/^\w+$/.test(name) ? name : JSON.stringify(name)}?: ${typeOf(kind)};\n`)
    .join("");

function interfaceText(name: string, base: string, attributes: Attributes, about: string): string {
  return `/** ${about} */\nexport interface ${name}${base === "" ? "" : ` extends ${base}`} {\n${members(attributes)}}\n`;
}

/** Attributes of every element, whatever its namespace. */
export interface Common {
  readonly name: string;
  readonly attributes: Attributes;
  readonly about: string;
}

/** The types of a namespace's attributes, after those that all namespaces have in common. */
export function attributesText({ name, globals, elements }: Namespace, common: readonly Common[] = []): string {
  const title = { html: "Html", svg: "Svg", mathml: "Mathml" }[name];
  const base = name === "html" ? "GlobalAttributes" : `${title}Globals`;
  const own = elements.filter(({ attributes }) => attributes.size > 0);
  const parts = own.map(({ tag, attributes }) => interfaceText(interfaceOf(tag), base, attributes, `\`<${tag}>\``));
  const first = common.map(({ name, attributes, about }) => interfaceText(name, "", attributes, about));
  const all = interfaceText(
    `${title}Globals`,
    name === "html" ? "" : "ForeignAttributes",
    globals,
    "Attributes that every element has.",
  );
  const map = elements
    .map((element) => `  readonly ${JSON.stringify(element.tag)}: ${ownType(element, base)};\n`)
    .join("");
  const list = `/** The attributes of each element. */\nexport interface ${title}AttributesByTag {\n${map}}\n`;
  const text = [...first, all, ...parts, list].join("\n");
  const kinds = ["None", ...NAMED_KINDS].sort().filter((kind) => new RegExp(`\\b${kind}\\b`).test(text));
  const imports = [
    `import type { ${kinds.join(", ")} } from "../html/attribute-values.ts";\n`,
    name === "html"
      ? `import type { GlobalAttributes } from "./global-attributes.ts";\n`
      : `import type { ForeignAttributes } from "../html/global-attributes.ts";\n`,
  ];
  return `${HEADER}${imports.join("")}\n${text}`;
}

const ownType = ({ tag, attributes }: ElementData, base: string): string =>
  attributes.size === 0 ? base : interfaceOf(tag);

type Printed = readonly [type: string, value: string];

function builder(element: ElementData, base: string): Printed {
  const { tag, content } = element;
  const type = content === "void" ? "VoidBuilder" : "Builder";
  const kind = content === "normal" ? "" : `, "${content}"`;
  return [`${type}<${ownType(element, base)}>`, `element("${tag}"${kind})`];
}

const TRUSTED: Readonly<Record<string, string>> = { script: "TrustedScript", style: "TrustedCss" };

// In HTML, `raw` is the text of such an element; in SVG it would be markup.
function rawTextBuilder(namespace: Namespace["name"], element: ElementData, base: string): Printed {
  const isHtml = namespace === "html";
  const trusted = [TRUSTED[element.tag], ...(isHtml ? ["TrustedHtml"] : [])].filter((one) => one !== undefined);
  return [
    `RawTextBuilder<${ownType(element, base)}, ${trusted.join(" | ")}>`,
    `${isHtml ? "rawText" : "foreignRawText"}("${element.tag}")`,
  ];
}

/** The builders of a namespace. */
export function buildersText({ name, elements }: Namespace, leftOut: readonly string[] = []): string {
  const base = { html: "GlobalAttributes", svg: "SvgGlobals", mathml: "MathmlGlobals" }[name];
  const printed = elements.filter(({ tag }) => !leftOut.includes(tag));
  const lines = printed.map((element) => {
    const [type, made] = element.content === "rawText" ? rawTextBuilder(name, element, base) : builder(element, base);
    return `export const ${builderOf(element.tag)}: ${type} = /* @__PURE__ */ ${made};\n`;
  });
  const text = lines.join("");
  const used = (names: readonly string[]): string =>
    names.filter((one) => new RegExp(`\\b${one}\\b`).test(text)).join(", ");
  const types = [...new Set(printed.map((element) => ownType(element, base)))].sort();
  const own = types.filter((type) => type !== "GlobalAttributes");
  const imports: readonly (readonly [names: string, from: string])[] = [
    [`type { ${own.join(", ")} }`, "./attributes.ts"],
    [`type { ${used(["TrustedCss"])} }`, "../escape/trusted-css.ts"],
    [`type { ${used(["TrustedHtml"])} }`, "../escape/trusted-html.ts"],
    [`type { ${used(["TrustedScript"])} }`, "../escape/trusted-script.ts"],
    [`type { ${used(["Builder", "RawTextBuilder", "VoidBuilder"])} }`, "../html/builder.ts"],
    [`{ ${used(["element"])} }`, "../html/element.ts"],
    [`{ ${used(["foreignRawText", "rawText"])} }`, "../html/raw-text.ts"],
    [`type { ${used(["GlobalAttributes"])} }`, "./global-attributes.ts"],
  ];
  return [
    HEADER,
    ...imports.flatMap(([names, from]) => (names.includes("{  }") ? [] : [`import ${names} from "${from}";\n`])),
    "\n",
    text,
  ].join("");
}

const WRAP = 110;

/** What dev mode looks things up in: tags by namespace, and roles. */
export function standardsText(namespaces: readonly Namespace[], { names, prohibited, implicit }: RoleData): string {
  const tags = namespaces.map(({ name, elements }) => {
    return `/** Tags of ${name}. */\nexport const ${name}Tags: ReadonlySet<string> = words(${quoted(elements.map(({ tag }) => tag))});\n`;
  });
  const lists = Object.entries(prohibited).map(([role, all]) => `  ${role}: words(${quoted(all)}),\n`);
  return [
    HEADER,
    'import { words } from "./words.ts";\n\n',
    tags.join("\n"),
    `\n/** Roles that WAI-ARIA defines for authors. */\nexport const roles: ReadonlySet<string> = words(${quoted(names)});\n`,
    `\n/** What a role forbids. */\nexport const prohibited: Readonly<Record<string, ReadonlySet<string>>> = {\n${lists.join("")}};\n`,
    "\n/** Elements whose role is the same wherever they stand and forbids something. */\n",
    `export const implicitRoles: Readonly<Record<string, string>> = ${JSON.stringify(implicit)};\n`,
  ].join("");
}

/** Words as the text of a string literal, on as many lines as it needs. */
function quoted(all: readonly string[]): string {
  const lines = [""];
  for (const word of all) {
    const last = `${lines.at(-1)}${word} `;
    if (last.length > WRAP) lines.push(`${word} `);
    else lines[lines.length - 1] = last;
  }
  return lines.map((line, i) => JSON.stringify(i === lines.length - 1 ? line.trimEnd() : line)).join(" + ");
}
