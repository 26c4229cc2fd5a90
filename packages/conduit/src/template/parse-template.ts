import { type Content, content } from "../html/content.ts";
import { contentKind, type Namespace, namespaceInside, namespaceOf, replacement } from "./elements.ts";
import { Output } from "./output.ts";
import { TagParser } from "./parse-tag.ts";
import { HOLE, placeOf } from "./place.ts";
import { CHILD, FOREIGN_TEXT, type Program, RAW_PART } from "./program.ts";
import { Reader } from "./reader.ts";
import { refuseEndTag, refuseMarkup } from "./refuse-markup.ts";
import { NAME } from "./writer.ts";

interface OpenElement {
  readonly name: string;
  readonly lower: string;
  /** Where its tag begins. */
  readonly at: number;
  readonly namespace: Namespace;
  /** The namespace of what is inside. */
  readonly inside: Namespace;
  readonly content: Content;
  /** A script or a style of SVG: parsers read references in it. */
  readonly isForeignText: boolean;
  /** Nothing but holes came after its tag: what parsers do with a first line end is still open. */
  isFresh: boolean;
}

const doctype = /[ \t\n\f]*<!doctype[ \t\n\f]+html[ \t\n\f]*>/iy;
const comment = /<!--(?!-?>)(?:(?!<!--|--!?>|\0)[^\r])*(?<!<!-)-->/y;
const openingTag = /<[a-z][-\w:.\u0080-\uffff]*/iy;
const closingTag = /<\/[a-z][-\w:.\u0080-\uffff]*[ \t\n\f]*>/iy;
const text = /[^<\0]+/y;
const cutReference = /&#?[a-z\d]*$/i;

/**
 * Parses the text of a template: which static markup stands between its holes, and what each hole is. The states are those
 * of HTML's tokenizer, and what it would repair is refused; so is a tree that is not balanced.
 *
 * @throws WATT_CONDUIT_TEMPLATE_MARKUP, WATT_CONDUIT_TEMPLATE_HOLE
 * @see https://html.spec.whatwg.org/#tokenization
 */
export function parseTemplate(source: string): Program {
  return new TemplateParser(source).parse();
}

class TemplateParser {
  private readonly reader: Reader;
  private readonly output = new Output();
  private readonly open: OpenElement[] = [];

  constructor(source: string) {
    this.reader = new Reader(source);
  }

  parse(): Program {
    const { reader, output, open } = this;
    output.write(reader.take(doctype));
    while (reader.next !== "") {
      const element = open.at(-1);
      if (element?.content.text === false) this.readRawText(element);
      else if (reader.next === HOLE) this.readHole(element);
      else if (reader.next === "<") this.readMarkup(element);
      else this.readText(element);
    }
    const element = open.at(-1);
    if (element !== undefined) {
      reader.fail(
        `<${element.name}> is not closed`,
        `Write </${element.name}>: no end tag may be left out.`,
        element.at,
      );
    }
    return { steps: output.steps, last: output.end() };
  }

  private readHole(element: OpenElement | undefined): void {
    const step = this.output.hole(element?.isForeignText ? FOREIGN_TEXT : CHILD, element?.name ?? NAME);
    step.content = contentOf(element);
    this.reader.at++;
  }

  private readText(element: OpenElement | undefined): void {
    const { reader, output } = this;
    const at = reader.at;
    const taken = reader.take(text);
    const cut = reader.next === HOLE ? cutReference.exec(taken) : null;
    if (cut !== null) reader.failHole("in a character reference", "Write &amp; for the &.", at + cut.index);
    if (element?.isFresh && element.content.dropsNewline && output.isEmpty && taken.startsWith("\n")) {
      output.markDoubling();
    }
    this.stale(element);
    output.writeText(taken);
  }

  /** Reads all that stands in an element whose text is not escaped, and its end tag. */
  private readRawText(element: OpenElement): void {
    const { reader, output } = this;
    const { name, lower } = element;
    const { at } = reader;
    const end = reader.text.slice(at).search(new RegExp(`</${lower}[ \\t\\n\\f/>]`, "i"));
    const content = reader.text.slice(at, end === -1 ? undefined : at + end);
    const comment = lower === "script" ? content.indexOf("<!--") : -1;
    if (comment !== -1) {
      reader.fail(`a <!-- stands in <${name}>`, "Spell it another way, or put the script into a file.", at + comment);
    }
    const cr = content.indexOf("\r");
    if (cr !== -1) reader.fail(`a carriage return stands in <${name}>`, "Write \\n.", at + cr);
    const texts = content.split(HOLE);
    const rest = texts.pop()!;
    texts.forEach((before, i) => {
      const ends = i === texts.length - 1;
      Object.assign(output.hole(RAW_PART, name), { before, ends, rest: ends ? rest : "" });
    });
    if (texts.length === 0) output.write(rest);
    reader.at = at + content.length;
    if (end !== -1) this.readEndTag(element);
  }

  private readMarkup(element: OpenElement | undefined): void {
    const { reader, output } = this;
    const at = reader.at;
    if (element !== undefined && !element.content.nodes && !reader.text.startsWith("</", at)) {
      reader.fail(`a < stands in <${element.name}>, whose content is text`, "Write &lt;.");
    }
    this.stale(element);
    const tag = reader.take(openingTag);
    if (tag !== "") return this.readStartTag(element, tag.slice(1), at);
    if (reader.text.startsWith("</", at)) return this.readEndTag(element);
    const skipped = reader.take(comment);
    if (skipped === "") refuseMarkup(reader);
    output.write(skipped);
  }

  private readStartTag(element: OpenElement | undefined, name: string, at: number): void {
    const { reader, output, open } = this;
    const lower = name.toLowerCase();
    const namespace = namespaceOf(element?.inside ?? "html", element?.lower, lower);
    const instead = replacement(namespace, lower);
    if (instead !== undefined) reader.fail(`<${name}> is taken for something else here`, instead, at);
    output.write(`<${name}`);
    const tag = new TagParser(reader, output, name, at).parse();
    const kind = contentKind(namespace, lower);
    const isForeignText = kind === "rawText" && namespace !== "html";
    if (kind === "void" || (tag.closesItself && namespace !== "html")) return;
    if (tag.closesItself) {
      reader.fail(`<${name}/> does not close itself: to HTML it is <${name}>`, `Write <${name}></${name}>.`, at);
    }
    open.push({
      name,
      lower,
      at,
      namespace,
      inside: namespaceInside(namespace, lower, tag.attributes.get("encoding")?.text),
      content: content[isForeignText ? "textOnly" : kind],
      isForeignText,
      isFresh: true,
    });
  }

  private readEndTag(element: OpenElement | undefined): void {
    const { reader, output, open } = this;
    const at = reader.at;
    const tag = reader.take(closingTag);
    if (tag === "") refuseEndTag(reader);
    const name = tag.slice(2, -1).trimEnd();
    const lower = name.toLowerCase();
    if (element?.lower !== lower) this.refuseMismatch(element, name, at);
    output.write(tag);
    open.pop();
  }

  private refuseMismatch(element: OpenElement | undefined, name: string, at: number): never {
    const { reader } = this;
    if ((element?.inside ?? "html") === "html" && contentKind("html", name.toLowerCase()) === "void") {
      reader.fail(`<${name}> is a void element and has no end tag`, `Take </${name}> away.`, at);
    }
    if (element === undefined) {
      return reader.fail(`</${name}> closes nothing`, `Take it away, or write <${name}> before.`, at);
    }
    const { line, column } = placeOf(reader.text, element.at);
    const problem = `</${name}> stands where </${element.name}> is due, for <${element.name}> at ${line}:${column}`;
    return reader.fail(problem, "Close elements in the reverse order; no end tag may be left out.", at);
  }

  private stale(element: OpenElement | undefined): void {
    if (element !== undefined) element.isFresh = false;
  }
}

/** What may stand in a hole among the children of an element. */
function contentOf(element: OpenElement | undefined): Content {
  if (element === undefined) return content.normal;
  if (!element.content.dropsNewline || element.isFresh) return element.content;
  return element.content.nodes ? content.normal : content.textOnly;
}
