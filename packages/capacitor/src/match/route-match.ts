import type { Match, ParamValue } from "../api.ts";
import type { RouteRecord } from "../router/route-record.ts";
import { endOf, MOST_PACKED, packSpan, startOf } from "./packed-span.ts";
import { readParams } from "./params-shape.ts";

// Why three: few routes have more, and fields are cheaper than an array for each match.
const INLINE = 3;
// In the place of a span: all of them are among the others, since the path is too long to pack them.
const UNPACKED = -2;

/** A match of a route with params. One class with the same fields for all of them, so that what reads them stays fast. */
export class RouteMatch<T> implements Match<T> {
  // Why declared, and no #private: engines define fields one by one before code is hot (measured: some 360 ns for one of the
  // first 4,096 instead of 580, medians of four runs). Every field is set below, in one order.
  declare readonly route: RouteRecord<T>;
  declare private readonly path: string;
  declare private readonly isPlain: boolean;
  declare private readonly first: number;
  declare private readonly second: number;
  declare private readonly third: number;
  // Starts and ends of the fourth param and those after it; of all where they cannot be packed.
  declare private readonly more: Int32Array | undefined;
  declare private built: Record<string, ParamValue> | undefined;

  /**
   * @param path the path that the offsets count in: raw where it was canonical, else its canonical spelling.
   * @param isPlain whether no param holds a percent triplet.
   * @param offsets start and end of each param; copied.
   */
  constructor(route: RouteRecord<T>, path: string, isPlain: boolean, offsets: Int32Array) {
    const count = route.shape.params.length;
    const isPacked = path.length <= MOST_PACKED;
    this.route = route;
    this.path = path;
    this.isPlain = isPlain;
    this.first = isPacked ? packSpan(offsets[0] as number, offsets[1] as number) : UNPACKED;
    this.second = isPacked && count > 1 ? packSpan(offsets[2] as number, offsets[3] as number) : 0;
    this.third = isPacked && count > 2 ? packSpan(offsets[4] as number, offsets[5] as number) : 0;
    this.more = isPacked && count <= INLINE ? undefined : offsets.slice(isPacked ? 2 * INLINE : 0, 2 * count);
    this.built = undefined;
  }

  get value(): T {
    return this.route.value;
  }

  get params(): Record<string, ParamValue> {
    return (this.built ??= this.readAll());
  }

  param(i: number): string {
    if (this.first === UNPACKED) return this.readMore(i);
    if (i === 0) return this.read(this.first);
    if (i === 1) return this.read(this.second);
    if (i === 2) return this.read(this.third);
    return this.readMore(i - INLINE);
  }

  private readAll(): Record<string, ParamValue> {
    if (this.isPlain && this.first !== UNPACKED) {
      const { maker } = this.route.shape;
      if (maker !== undefined) return maker(this.path, this.first, this.second, this.third, this.more);
    }
    return readParams(this.route.shape.params, this);
  }

  private read(span: number): string {
    return span < 0 ? "" : this.decoded(startOf(span), endOf(span));
  }

  private readMore(index: number): string {
    const start = this.more?.[index * 2] ?? -1;
    return start < 0 ? "" : this.decoded(start, this.more?.[index * 2 + 1] as number);
  }

  // Never throws: `match` has seen to it that the triplets spell UTF-8.
  private decoded(start: number, end: number): string {
    const text = this.path.slice(start, end);
    return this.isPlain || !text.includes("%") ? text : decodeURIComponent(text);
  }
}
