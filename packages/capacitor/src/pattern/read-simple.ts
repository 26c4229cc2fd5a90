import { MARK, PARAM, type Pattern, type PatternParam, type Segment, STATIC } from "./pattern.ts";

// Segments of plain characters, or a param and nothing else.
const SIMPLE = /^(?:\/(?::[A-Za-z_]\w*|[\w.~!$&'+,;=@-]*))+$/;
const PARAM_NAMES = /:\w+/g;
const COLON = 58;
const MOST_CHARACTERS = 2_000;

// Why: a table of thousands of routes has few different segments and names.
const MOST_KNOWN = 10_000;
const segments = new Map<string, Segment>();
const params = new Map<string, PatternParam>();

/**
 * A pattern that is text and params only, as most are: what the reader of all patterns gives, without most of its work.
 * Undefined for any other, and for those that it refuses.
 */
export function readSimple(text: string): Pattern | undefined {
  if (text.length > MOST_CHARACTERS || !SIMPLE.test(text)) return undefined;
  const pieces = text.split("/");
  const steps: Segment[] = [];
  const named: PatternParam[] = [];
  for (let i = 1; i < pieces.length; i++) {
    const piece = pieces[i] as string;
    if (piece.charCodeAt(0) !== COLON) {
      steps.push(known(segments, piece, textSegment));
      continue;
    }
    const param = known(params, piece.slice(1), plainParam);
    if (named.includes(param)) return undefined;
    // The same name at another place is another segment.
    steps.push(known(segments, `${piece}/${named.length}`, paramSegment));
    named.push(param);
  }
  const order = named.length === 0 ? text : text.replace(PARAM_NAMES, ":");
  const shape = named.length === 0 ? text.slice(1) : order.slice(1).replaceAll(":", `${MARK}:`);
  return { text, steps, params: named, shape, skips: 0, order };
}

function known<T>(all: Map<string, T>, key: string, create: (key: string) => T): T {
  const found = all.get(key);
  if (found !== undefined) return found;
  const made = create(key);
  if (all.size < MOST_KNOWN) all.set(key, made);
  return made;
}

function textSegment(text: string): Segment {
  return { kind: STATIC, parts: [text], text, key: text, order: text, test: undefined };
}

function paramSegment(key: string): Segment {
  const [text = "", index] = key.split("/");
  return { kind: PARAM, parts: [Number(index)], text, key: `${MARK}:`, order: `:${MARK}`, test: undefined };
}

function plainParam(name: string): PatternParam {
  return { name, constraint: undefined, isOptional: false, isWildcard: false };
}
