import { attributeRule } from "../escape/attribute-rule.ts";
import { checked } from "../escape/checked.ts";
import { attributeText } from "./attribute-text.ts";
import type { Output } from "./output.ts";
import { HOLE } from "./place.ts";
import { ATTRIBUTE, PART, SPREAD, type Step, STYLE_PART } from "./program.ts";
import type { Reader } from "./reader.ts";
import { styleParts } from "./style-parts.ts";
import { metaCheck } from "./meta-check.ts";
import { errorAt } from "./template-errors.ts";
import { joinable } from "./writer.ts";

/** A start tag that was read. */
export interface Tag {
  readonly name: string;
  /** Where it begins. */
  readonly at: number;
  /** Attributes by lower-case name: the text of static ones. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly closesItself: boolean;
}

interface Attribute {
  readonly at: number;
  /** `undefined` if there is a hole in it. */
  readonly text: string | undefined;
}

const space = /[ \t\n\f]*/y;
const attributeName = /[^\0-\x20\x7f"'<>/=]+/y;
const equals = /[ \t\n\f]*=[ \t\n\f]*/y;
const unquoted = /[^\0 \t\n\f\r"'<>=`]+/y;
const afterAttribute = /[ \t\n\f/>]/;

/** Reads attributes, from after a tag's name to after its `>`. */
export class TagParser {
  private readonly reader: Reader;
  private readonly output: Output;
  private readonly name: string;
  private readonly at: number;
  private readonly attributes = new Map<string, Attribute>();
  private spread: Step | undefined;
  private spreadAt = -1;
  private readonly firstStep: number;

  constructor(reader: Reader, output: Output, name: string, at: number) {
    this.reader = reader;
    this.output = output;
    this.name = name;
    this.at = at;
    this.firstStep = output.steps.length;
  }

  /** @throws WATT_CONDUIT_TEMPLATE_MARKUP, WATT_CONDUIT_TEMPLATE_HOLE */
  parse(): Tag {
    const { reader } = this;
    for (;;) {
      const before = reader.take(space);
      if (reader.next === ">" || reader.text.startsWith("/>", reader.at)) return this.end(before);
      if (reader.next === "") reader.fail(`<${this.name} has no >`, "Write the > that ends the tag.", this.at);
      if (reader.next === "/") reader.fail("a / stands in a tag", "Take it away, or write /> at its end.");
      if (before === "") this.refuseUnseparated();
      if (reader.next === HOLE) this.readSpread();
      else this.readAttribute(before);
    }
  }

  private refuseUnseparated(): never {
    const { reader, name, attributes } = this;
    if (attributes.size > 0 || this.spread !== undefined) {
      return reader.fail("there is no white space after an attribute", "Write a space between attributes.");
    }
    if (reader.next === HOLE) {
      return reader.failHole("in the name of a tag", "Choose between whole elements: ${isLink ? html`<a>…</a>` : …}.");
    }
    return reader.fail(`<${name} is followed by a character that no name has`, "Write a space after the name.");
  }

  private end(before: string): Tag {
    const { reader, output, name, at, attributes, spread } = this;
    const closesItself = reader.next === "/";
    output.write(`${before}${closesItself ? "/>" : ">"}`);
    reader.at += closesItself ? 2 : 1;
    if (spread !== undefined) spread.names = [...attributes.keys()];
    this.checkPairs();
    return { name, at, attributes, closesItself };
  }

  private readSpread(): void {
    const { reader } = this;
    if (this.spread !== undefined) {
      reader.failHole("for a second record of attributes", "Join them: ${{ ...first, ...second }}.");
    }
    this.spreadAt = reader.at;
    reader.at++;
    if (!afterAttribute.test(reader.next)) {
      reader.failHole("in the name of an attribute", "Give a record: ${{ [name]: value }}.", this.spreadAt);
    }
    this.spread = this.output.hole(SPREAD, this.name);
  }

  private readAttribute(before: string): void {
    const { reader } = this;
    const at = reader.at;
    const name = joinable(reader.take(attributeName));
    if (name === "") reader.fail("a tag holds a character that no attribute has", "Quote values, and close quotes.");
    if (reader.next === HOLE) reader.failHole("in the name of an attribute", "Give a record: ${{ [name]: value }}.");
    const lower = name.toLowerCase();
    if (this.attributes.has(lower)) reader.fail(`<${this.name}> has ${name} twice`, "Take one of them away.", at);
    const assignment = reader.take(equals);
    const text = assignment === "" ? "" : this.readValue(name, before, assignment);
    if (assignment === "") this.output.write(before + name);
    this.attributes.set(lower, { at, text });
  }

  /** Returns the text of a static value. */
  private readValue(name: string, before: string, assignment: string): string | undefined {
    const { reader, output } = this;
    const quote = reader.next;
    if (quote !== '"' && quote !== "'") return this.readUnquoted(name, before, assignment);
    const at = reader.at + 1;
    const end = reader.text.indexOf(quote, at);
    if (end === -1) reader.fail(`the value of ${name} is not closed`, `Write the ${quote} that ends it.`);
    const value = reader.text.slice(at, end);
    reader.at = end + 1;
    if (value === HOLE) output.hole(ATTRIBUTE, this.name).name = name;
    else if (value.includes(HOLE)) this.writeParts(name, at, value);
    else {
      output.write(before + name + assignment);
      output.writeText(quote + value + quote);
      return value;
    }
    return undefined;
  }

  private readUnquoted(name: string, before: string, assignment: string): string | undefined {
    const { reader, output } = this;
    const at = reader.at;
    const value = reader.take(unquoted);
    const quoting = `Quote it: ${name}="…".`;
    if (reader.next === HOLE) {
      if (value !== "") reader.failHole("in a value without quotes", quoting);
      reader.at++;
      if (!afterAttribute.test(reader.next)) reader.failHole("in a value without quotes", quoting, at);
      output.hole(ATTRIBUTE, this.name).name = name;
      return undefined;
    }
    if (value === "") reader.fail(`${name} has no value`, `Write ${name}="" or ${name} alone.`);
    if (value.endsWith("/") || !afterAttribute.test(reader.next))
      reader.fail(`the value of ${name} needs quotes`, quoting, at);
    output.write(before + name + assignment + value);
    return value;
  }

  private writeParts(name: string, at: number, value: string): void {
    const { reader, output } = this;
    const text = attributeText(reader, at, value);
    if (name.toLowerCase() === "style") {
      const { parts, rest } = styleParts(reader, at, text);
      parts.forEach((part, i) => {
        const ends = i === parts.length - 1;
        Object.assign(output.hole(STYLE_PART, this.name), part, { name, ends, rest: ends ? rest : "" });
      });
      return;
    }
    const texts = text.split(HOLE);
    const rest = texts.pop()!;
    texts.forEach((before, i) => {
      const ends = i === texts.length - 1;
      Object.assign(output.hole(PART, this.name), { name, before, ends, rest: ends ? rest : "" });
    });
  }

  // An animation writes to the attribute that attributeName names, and http-equiv makes a redirect of content. Builders
  // check the one, or refuse it; in a template it may be static and the other one a hole.
  private checkPairs(): void {
    const { reader, name, attributes, spreadAt } = this;
    const hasHole = spreadAt !== -1 || [...attributes.values()].some(({ text }) => text === undefined);
    if (!hasHole) return;
    for (const deciding of ["attributename", "http-equiv"]) {
      const { text, at } = attributes.get(deciding) ?? {};
      if (text?.includes("&")) reader.fail(`${deciding} is spelled with an &`, "Write the characters themselves.", at);
    }
    const animated = attributes.get("attributename");
    if (animated?.text !== undefined) {
      try {
        checked(name, attributeRule(name, "attributeName"), animated.text);
      } catch (error) {
        throw errorAt(error, reader.text, animated.at);
      }
    }
    if (name.toLowerCase() === "meta") this.checkMeta();
  }

  private checkMeta(): void {
    const { reader, output, attributes, spreadAt } = this;
    const [header, content] = [attributes.get("http-equiv"), attributes.get("content")];
    const isOpen = (one: Attribute | undefined): boolean =>
      one === undefined ? spreadAt !== -1 : one.text === undefined;
    if ((header !== undefined || content !== undefined) && isOpen(header) && isOpen(content)) {
      reader.failHole(
        "in the content of what another hole may make a refresh",
        "Give http-equiv and content by one record, or write http-equiv as text.",
        content?.at ?? spreadAt,
      );
    }
    for (const step of output.steps.slice(this.firstStep)) step.check = metaCheck(step, header?.text);
  }
}
