import type { Match, ParamValue } from "../api.ts";
import type { PatternParam } from "../pattern/pattern.ts";
import type { RouteRecord } from "./route-record.ts";

// Why a constructor over Object.create(null): that gives a dictionary; `{ __proto__: null }` does too and costs 187 ns.
// No accessor is inherited, so `__proto__` and `constructor` are names like any other.
const NullObject = function NullObject() {} as unknown as new () => Record<string, ParamValue>;
NullObject.prototype = Object.create(null) as typeof NullObject.prototype;

const NO_PARAMS: Record<string, ParamValue> = Object.freeze(new NullObject());
const NO_OFFSETS: Int32Array = new Int32Array(0);

// Why three: few routes have more, and fields are cheaper than an array for each match.
const INLINE = 3;

/** A match. One class with the same fields for all routes, so that every reader of a match stays monomorphic. */
export class RouteMatch<T> implements Match<T> {
  readonly route: RouteRecord<T>;
  readonly #path: string;
  readonly #start0: number;
  readonly #end0: number;
  readonly #start1: number;
  readonly #end1: number;
  readonly #start2: number;
  readonly #end2: number;
  // Starts and ends of the fourth param and those after it.
  readonly #more: Int32Array | undefined;
  #params: Record<string, ParamValue> | undefined;

  /**
   * @param path the path that the offsets count in: raw where it was canonical, else its canonical spelling.
   * @param offsets start and end of each param; copied. Absent for a route without params, whose match is shared.
   */
  constructor(route: RouteRecord<T>, path: string, offsets: Int32Array = NO_OFFSETS) {
    const count = route.parsed.params.length;
    this.route = route;
    this.#path = path;
    this.#start0 = count > 0 ? (offsets[0] as number) : 0;
    this.#end0 = count > 0 ? (offsets[1] as number) : 0;
    this.#start1 = count > 1 ? (offsets[2] as number) : 0;
    this.#end1 = count > 1 ? (offsets[3] as number) : 0;
    this.#start2 = count > 2 ? (offsets[4] as number) : 0;
    this.#end2 = count > 2 ? (offsets[5] as number) : 0;
    this.#more = count > INLINE ? offsets.slice(INLINE * 2, count * 2) : undefined;
    this.#params = count === 0 ? NO_PARAMS : undefined;
  }

  get value(): T {
    return this.route.value;
  }

  get params(): Record<string, ParamValue> {
    return (this.#params ??= this.#readAll());
  }

  param(i: number): string {
    if (i === 0) return this.#read(this.#start0, this.#end0);
    if (i === 1) return this.#read(this.#start1, this.#end1);
    if (i === 2) return this.#read(this.#start2, this.#end2);
    const at = (i - INLINE) * 2;
    return this.#read(this.#more?.[at] ?? 0, this.#more?.[at + 1] ?? 0);
  }

  #readAll(): Record<string, ParamValue> {
    const values = new NullObject();
    const { params } = this.route.parsed;
    for (let i = 0; i < params.length; i++) {
      const { name, constraint, isOptional } = params[i] as PatternParam;
      const text = this.param(i);
      // A param that is there is never empty.
      if (text !== "" || !isOptional) values[name] = constraint?.isInteger === true ? Number(text) : text;
    }
    return values;
  }

  // Below 0 where the param is absent.
  #read(start: number, end: number): string {
    return start < 0 ? "" : decode(this.#path.slice(start, end));
  }
}

// Never throws: `match` has seen to it that the triplets spell UTF-8.
function decode(text: string): string {
  return text.includes("%") ? decodeURIComponent(text) : text;
}
