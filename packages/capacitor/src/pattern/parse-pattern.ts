import { capacitorError } from "../errors.ts";
import { canonicalSegment } from "../path/canonical.ts";

/** One segment of a pattern. `text` is the canonical spelling of a static one, the name of the other two. */
export interface Segment {
  readonly kind: "static" | "param" | "wildcard";
  readonly text: string;
}

/** A pattern that has been read and found good. */
export interface ParsedPattern {
  readonly segments: readonly Segment[];
  /** Param names in the order of the pattern. */
  readonly names: readonly string[];
  /** Equal for two patterns exactly when they match the same paths. */
  readonly shape: string;
}

// Why NUL: it cannot occur in a canonical segment, so no static text looks like a param.
const PARAM_SHAPE = "\0:";
const WILDCARD_SHAPE = "\0*";

const NAME_CHARACTER = /[A-Za-z0-9_]/;
const DIGIT = /[0-9]/;
const RESERVED = /[:*?#(){}]/;

/**
 * Reads a pattern.
 *
 * @param source where it stands, for the messages.
 * @throws WATT_CAPACITOR_PATTERN_SYNTAX, WATT_CAPACITOR_PARAM_DUPLICATE
 */
export function parsePattern(pattern: string, source: string): ParsedPattern {
  if (!pattern.startsWith("/")) throw syntaxError(pattern, source, 0, "it does not begin with '/'");
  const texts = pattern.slice(1).split("/");
  const segments: Segment[] = [];
  const names: string[] = [];
  let position = 1;
  for (const text of texts) {
    const segment = readSegment(pattern, source, position, text);
    if (segment.kind !== "static") {
      if (names.includes(segment.text)) {
        throw capacitorError("WATT_CAPACITOR_PARAM_DUPLICATE", { pattern, name: segment.text, position, source });
      }
      names.push(segment.text);
    }
    if (segment.kind === "wildcard" && segments.length < texts.length - 1) {
      throw syntaxError(pattern, source, position, "a wildcard must be the last segment");
    }
    segments.push(segment);
    position += text.length + 1;
  }
  return { segments, names, shape: segments.map(shapeOf).join("/") };
}

function shapeOf(segment: Segment): string {
  if (segment.kind === "static") return segment.text;
  return segment.kind === "param" ? PARAM_SHAPE : WILDCARD_SHAPE;
}

function readSegment(pattern: string, source: string, position: number, text: string): Segment {
  if (text.startsWith(":") || text.startsWith("*")) {
    const name = readName(pattern, source, position + 1, text.slice(1));
    return { kind: text.startsWith(":") ? "param" : "wildcard", text: name };
  }
  const reserved = text.search(RESERVED);
  if (reserved >= 0) {
    const problem = `'${text[reserved]}' cannot stand inside a static segment`;
    throw syntaxError(pattern, source, position + reserved, problem);
  }
  const canonical = canonicalSegment(text);
  if (canonical === undefined) {
    throw syntaxError(pattern, source, position, "the segment's percent-encoding is not that of UTF-8 text");
  }
  return { kind: "static", text: canonical };
}

function readName(pattern: string, source: string, position: number, name: string): string {
  if (name === "") throw syntaxError(pattern, source, position, "a param name is missing");
  if (DIGIT.test(name.charAt(0))) throw syntaxError(pattern, source, position, "a param name begins with a digit");
  for (let i = 0; i < name.length; i++) {
    if (NAME_CHARACTER.test(name.charAt(i))) continue;
    throw syntaxError(pattern, source, position + i, `'${name[i]}' cannot stand in a param name`);
  }
  return name;
}

function syntaxError(pattern: string, source: string, position: number, problem: string): Error {
  return capacitorError("WATT_CAPACITOR_PATTERN_SYNTAX", { pattern, position, problem, source });
}
