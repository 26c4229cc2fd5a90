import type { ParamValue } from "../api.ts";
import { evaluate } from "../evaluate.ts";
import { AFFIXED, isSkip, type Pattern, type PatternParam, type Step } from "../pattern/pattern.ts";
import { sliceSource } from "./packed-span.ts";

type Params = Record<string, ParamValue>;

/** Makes the params of a match whose path holds no triplets, from packed spans and, behind the third, from offsets. */
export type ParamsMaker = (path: string, a: number, b: number, c: number, more: Int32Array | undefined) => Params;

// Why a constructor over Object.create(null): that gives a dictionary; `{ __proto__: null }` does too and costs 187 ns.
// No accessor is inherited, so `__proto__` and `constructor` are names like any other.
const NullObject = function NullObject() {} as unknown as new () => Params;
NullObject.prototype = Object.create(null) as typeof NullObject.prototype;

/** An object without `Object.prototype`. */
export function nullObject(): Params {
  return new NullObject();
}

/** A param, as far as it is read. */
export interface ShapeParam {
  readonly name: string;
  /** It is read as a number. */
  readonly isInteger: boolean;
  /** It may be absent. */
  readonly isOptional: boolean;
}

function shapeParam({ name, constraint, isOptional }: PatternParam): ShapeParam {
  return { name, isInteger: constraint?.isInteger === true, isOptional };
}

/** The params of a match, read one by one. */
export function readParams(params: readonly ShapeParam[], match: { param(i: number): string }): Params {
  const values = nullObject();
  for (let i = 0; i < params.length; i++) {
    const { name, isInteger, isOptional } = params[i] as ShapeParam;
    const text = match.param(i);
    // A param that is there is never empty.
    if (text !== "" || !isOptional) values[name] = isInteger ? Number(text) : text;
  }
  return values;
}

/**
 * How many matches have their params read one by one before code is made for them. Making it takes some 100 µs (measured),
 * and saves 12 ns of one param, 70 ns of three: what is seldom asked for never pays for it.
 */
const READS_BEFORE_CODE = 1_024;

/** Params of one list of names; routes with the same ones share it. */
export class ParamsShape {
  readonly params: readonly ShapeParam[];
  /** Whether each param is a segment that is always there: the walker then knows where all of them are. */
  readonly isPlain: boolean;
  /** How many parts of the pattern are optional. */
  readonly skips: number;
  #reads = 0;
  #maker: ParamsMaker | undefined;

  constructor(params: readonly ShapeParam[], isPlain: boolean, skips: number, maker?: ParamsMaker) {
    this.params = params;
    this.isPlain = isPlain;
    this.skips = skips;
    this.#maker = maker;
  }

  static of({ params, steps, skips }: Pattern): ParamsShape {
    return new ParamsShape(params.map(shapeParam), isPlain(steps), skips);
  }

  /** Equal for patterns that can share a shape. */
  static keyOf({ params, steps, skips }: Pattern): string {
    const names = params.map(shapeParam).map(({ name, isInteger, isOptional }) => {
      return `${name}${isInteger ? "#" : ""}${isOptional ? "?" : ""}`;
    });
    return `${names.join()} ${isPlain(steps)} ${skips}`;
  }

  /**
   * What makes params of this shape: undefined at first, and where code from strings is forbidden.
   *
   * Why code: setting properties by names that are not known before was half of a match with three params (measured on a
   * loaded machine, together with packed spans: 212 ns instead of 402).
   */
  get maker(): ParamsMaker | undefined {
    if (this.#maker === undefined && ++this.#reads === READS_BEFORE_CODE) this.#maker = makerOf(this.params);
    return this.#maker;
  }
}

function isPlain(steps: readonly Step[]): boolean {
  return steps.every((step) => !isSkip(step) && step.kind !== AFFIXED);
}

// By their source. Why they are shared: tables of one process, and those that follow each other, name their params alike.
const makers = new Map<string, ParamsMaker | undefined>();
const MOST_MAKERS = 1_000;

function makerOf(params: readonly ShapeParam[]): ParamsMaker | undefined {
  const source = makerSource(params);
  if (makers.has(source)) return makers.get(source);
  // Safety: names of params are letters, digits and `_`.
  const maker = evaluate(source) as ParamsMaker | undefined;
  if (makers.size < MOST_MAKERS) makers.set(source, maker);
  return maker;
}

/** JavaScript that makes the params of a shape: text of an expression, a `ParamsMaker`. */
export function makerSource(params: readonly ShapeParam[]): string {
  const lines = params.map(({ name, isInteger, isOptional }, index) => {
    const span = "abc".charAt(index);
    const at = 2 * (index - 3);
    const text = span === "" ? `p.slice(m[${at}], m[${at + 1}])` : sliceSource("p", span);
    const isThere = isOptional ? `if (${span === "" ? `m[${at}]` : span} >= 0) ` : "";
    return `${isThere}this.${name} = ${isInteger ? "+" : ""}${text};`;
  });
  return `(() => {
function P(p, a, b, c, m) { ${lines.join(" ")} }
P.prototype = Object.create(null);
return (p, a, b, c, m) => new P(p, a, b, c, m);
})()`;
}
