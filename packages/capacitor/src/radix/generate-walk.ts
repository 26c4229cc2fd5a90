import { type Segment, WILDCARD } from "../pattern/pattern.ts";
import { sharedNodes } from "./plan-radix.ts";
import type { Following, Literal, RadixNode, RadixTree } from "./radix-node.ts";

// Longer text is compared by `startsWith`.
const MOST_COMPARED = 16;
// Why: V8 optimises small functions sooner, and very large ones never. Characters of source.
const FUNCTION_SIZE = 3_000;

// Names in the code: p path, n its length, c column, k classes of characters, a a position, b segments before it; and those
// of `GeneratedParts`.
const PARAMETERS = "p, n, c, k";

/** Where the search is: a variable of the code, and how many characters further; how many segments stand before. */
interface Place {
  readonly base: string;
  readonly offset: number;
  readonly captures: string;
}

/**
 * JavaScript that walks one table: text of an expression, a function of `GeneratedParts` that gives a function of
 * `(path, column, classes)`. It does what `Walker.walk` does. Holds no text of a pattern but as escaped strings and numbers.
 *
 * O(size of the tree), since what more than one way leads to is a function of its own.
 *
 * @param testOf gives the number of a segment's test.
 */
export function generateWalk(tree: RadixTree, columns: number, testOf: (segment: Segment) => number): string {
  return new Generator(tree, columns, testOf).generate();
}

class Generator {
  readonly #root: RadixNode;
  readonly #columns: number;
  readonly #testOf: (segment: Segment) => number;
  readonly #shared: ReadonlySet<RadixNode>;
  readonly #functions: string[] = [];
  readonly #numbers = new Map<RadixNode, number>();
  #variables = 0;
  #wildcards = 0;

  constructor({ root, isShared }: RadixTree, columns: number, testOf: (segment: Segment) => number) {
    this.#root = root;
    this.#columns = columns;
    this.#testOf = testOf;
    this.#shared = isShared ? sharedNodes(root) : new Set();
  }

  generate(): string {
    const body = this.#bodyOf(this.#root, { base: "", offset: 0, captures: "0" });
    const forgets = this.#numbers.size + this.#wildcards > 0 ? "F();\n" : "";
    return `({ W, P, T, N, F, o, i, m }) => {
${this.#functions.join("\n")}
return (p, c, k) => {
const n = p.length;
${forgets}${body}return -1;
};
}`;
  }

  // What to do at a place where the node's text has been read; falls through when nothing is found.
  #at(node: RadixNode, place: Place): string {
    if (this.#shared.has(node)) return this.#shareOf(node, place);
    const body = this.#bodyOf(node, place);
    return body.length < FUNCTION_SIZE ? body : this.#called(body, place);
  }

  #shareOf(node: RadixNode, place: Place): string {
    let number = this.#numbers.get(node);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(node, number);
      const inner = { base: "a", offset: 0, captures: "b" };
      this.#functions.push(functionOf(`s${number}`, this.#bodyOf(node, inner)));
    }
    const at = positionOf(place);
    return `if (${at} === n || N(${number}, ${at})) {\n${call(`s${number}`, at, place.captures)}}\n`;
  }

  // A body as a function of its own: of the variables around it, it uses those of its place alone.
  #called(body: string, { base, captures }: Place): string {
    const name = `f${this.#functions.length}`;
    this.#functions.push(functionOf(name, base === "" ? body : `const ${base} = a;\n${body}`));
    return call(name, base === "" ? "0" : base, captures.startsWith("b") ? "b" : "0");
  }

  #bodyOf(node: RadixNode, place: Place): string {
    const at = positionOf(place);
    const leaf = node.leaf < 0 ? "" : this.#leaf(node.leaf, at);
    const more = this.#literals(node.literals, place) + this.#segments(node.segments, place);
    return more === "" ? leaf : `${leaf}if (${at} < n) {\n${more}}\n`;
  }

  #leaf(leaf: number, at: string): string {
    const id = this.#columns === 1 ? `i[${leaf}]` : `i[${leaf * this.#columns} + c]`;
    return `if (${at} === n && ${id} >= 0) return ${id};\n`;
  }

  #literals(literals: readonly Literal[], place: Place): string {
    if (literals.length === 0) return "";
    const code = `p.charCodeAt(${positionOf(place)})`;
    const cases = literals.map(({ label, node }) => {
      const rest = compare(label.slice(1), { ...place, offset: place.offset + 1 });
      const body = this.#at(node, { ...place, offset: place.offset + label.length });
      return { first: label.charCodeAt(0), body: rest === "" ? body : `if (${rest}) {\n${body}}\n` };
    });
    const [only] = cases;
    if (cases.length === 1 && only !== undefined) return `if (${code} === ${only.first}) {\n${only.body}}\n`;
    return `switch (${code}) {\n${cases.map(({ first, body }) => `case ${first}:\n${body}break;\n`).join("")}}\n`;
  }

  #segments(segments: readonly Following[], place: Place): string {
    if (segments.length === 0) return "";
    const at = positionOf(place);
    const single = segments.filter(({ segment }) => segment.kind !== WILDCARD);
    const wild = segments.filter(({ segment }) => segment.kind === WILDCARD);
    const end = this.#variable();
    const one =
      single.length === 0
        ? ""
        : segmentEnd(end, at) + single.map((following) => this.#single(following, place, end)).join("");
    return `if (p.charCodeAt(${at}) !== 47) {\n${one}${wild.map((following) => this.#wildcard(following, place)).join("")}}\n`;
  }

  #single({ segment, label, node }: Following, place: Place, end: string): string {
    const at = positionOf(place);
    const after = { base: end, offset: label.length, captures: plusOne(place.captures) };
    const text = compare(label, { ...after, offset: 0 });
    const conditions = [
      `${end} - ${place.offset === 0 ? at : `(${at})`} <= m`,
      ...(segment.test === undefined ? [] : [`T(${this.#testOf(segment)}, p, ${at}, ${end})`]),
      ...(text === "" ? [] : [text]),
    ];
    const body = capture(place.captures, at, end) + this.#at(node, after);
    return `if (${conditions.join(" && ")}) {\n${body}}\n`;
  }

  #wildcard({ label, node }: Following, place: Place): string {
    const at = positionOf(place);
    const after = { offset: label.length, captures: plusOne(place.captures) };
    if (label === "" && node.literals.length === 0) {
      const body = capture(place.captures, at, "n") + (node.leaf < 0 ? "" : this.#leaf(node.leaf, "n"));
      return `if (!P(p, k)) return -2;\n${body}`;
    }
    const end = this.#variable();
    const number = this.#wildcards++;
    const text = compare(label, { base: end, ...after, offset: 0 });
    const found = this.#at(node, { base: end, ...after });
    const body = capture(place.captures, at, end) + (text === "" ? found : `if (${text}) {\n${found}}\n`);
    return `for (let ${end} = W(p, ${at}, n, k); ; ${end} = W(p, ${end} + 1, n, k)) {
if (${end} === -2) return -2;
if (!N(${-1 - number}, ${end})) break;
${body}if (${end} === n) break;
}
`;
  }

  #variable(): string {
    return `e${this.#variables++}`;
  }
}

function positionOf({ base, offset }: Place): string {
  if (base === "") return String(offset);
  return offset === 0 ? base : `${base} + ${offset}`;
}

function plusOne(captures: string): string {
  const [, base, count] = /^(b?)(?: \+ )?(\d*)$/.exec(captures) as unknown as [string, string, string];
  return base === "" ? String(Number(count) + 1) : `b + ${Number(count) + 1}`;
}

function capture(captures: string, start: string, end: string): string {
  const first = /^\d+$/.test(captures) ? String(2 * Number(captures)) : `2 * (${captures})`;
  const second = /^\d+$/.test(captures) ? String(2 * Number(captures) + 1) : `2 * (${captures}) + 1`;
  return `o[${first}] = ${start};\no[${second}] = ${end};\n`;
}

// Why no function: 5 % of a lookup with one param in a table of 13 routes (measured: 133 ns instead of 140).
function segmentEnd(end: string, at: string): string {
  return `let ${end} = ${at};
for (; ${end} < n; ${end}++) {
const x = p.charCodeAt(${end});
if (x < 128 && k[x] === 0) continue;
if (x === 47) break;
return -2;
}
`;
}

// Whether the text stands at a place; nothing for no text. Never looks behind the end.
function compare(text: string, place: Place): string {
  if (text === "") return "";
  const length = positionOf({ ...place, offset: place.offset + text.length });
  if (text.length > MOST_COMPARED) return `p.startsWith(${JSON.stringify(text)}, ${positionOf(place)})`;
  const letters = Array.from(text, (letter, index) => {
    return `p.charCodeAt(${positionOf({ ...place, offset: place.offset + index })}) === ${letter.charCodeAt(0)}`;
  });
  return [`n >= ${length}`, ...letters].join(" && ");
}

function functionOf(name: string, body: string): string {
  return `function ${name}(${PARAMETERS}, a, b) {\n${body}return -1;\n}`;
}

function call(name: string, at: string, captures: string): string {
  return `{\nconst r = ${name}(${PARAMETERS}, ${at}, ${captures});\nif (r !== -1) return r;\n}\n`;
}
