/** What the type of a text says when it cannot be read. */
export interface Refused<Problem extends string> {
  /** What is wrong with it. */
  readonly problem: Problem;
}

/** The params of a pattern, as types: each a name, what it is read as, and whether it may be absent. */
type Entry = readonly [name: string, value: unknown, isOptional: boolean];

type Letter =
  | ("a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | "i" | "j" | "k" | "l" | "m")
  | ("n" | "o" | "p" | "q" | "r" | "s" | "t" | "u" | "v" | "w" | "x" | "y" | "z");
type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type Word = Letter | Uppercase<Letter> | "_" | Digit;
type Special = "\\" | "[" | "(" | "*" | "+" | "?" | "{" | "%";
type Text = "alpha" | "alnum" | "hex" | "slug" | "uuid";

// One piece between slashes at a time. What has no braces, as most have not, is spared their bookkeeping.
type Entries<P extends string> = P extends `${string}{${string}` ? Grouped<P> : Plain<P>;

type Plain<P extends string, Found = never> = P extends `${infer Piece}/${infer Rest}`
  ? Plain<Rest, PieceEntries<Piece, false, Found>>
  : PieceEntries<P, false, Found>;

// Groups open at the end of a piece, and close there.
type Grouped<
  P extends string,
  Depth extends readonly 0[] = [],
  Found = never,
> = P extends `${infer Piece}/${infer Rest}`
  ? Grouped<Rest, DepthAfter<Piece, Depth>, PieceEntries<Trim<Piece>, Depth extends [] ? false : true, Found>>
  : PieceEntries<Trim<P>, Depth extends [] ? false : true, Found>;

type Trim<S extends string> = S extends `${infer Start}{` | `${infer Start}}?` ? Trim<Start> : S;

type DepthAfter<S extends string, Depth extends readonly 0[]> = S extends `${infer Start}{`
  ? DepthAfter<Start, [...Depth, 0]>
  : S extends `${infer Start}}?`
    ? DepthAfter<Start, Depth extends readonly [0, ...infer Less extends readonly 0[]] ? Less : []>
    : Depth;

type PieceEntries<S extends string, IsOptional extends boolean, Found> = S extends `*${infer Name}`
  ? Found | Entered<Name, string, IsOptional, Found>
  : Named<S, IsOptional, Found>;

type Named<S extends string, IsOptional extends boolean, Found> = S extends `${string}:${infer Rest}`
  ? TakeName<Rest> extends [infer Name extends string, infer After extends string]
    ? After extends `(${infer Constraint}`
      ? TakeConstraint<Constraint> extends [infer Taken extends string, infer Behind extends string]
        ? Followed<Name, ValueOf<Taken>, Behind, IsOptional, Found>
        : Found | Refused<`a ')' is missing behind '${Name}'`>
      : Followed<Name, string, After, IsOptional, Found>
    : never
  : Found;

type Followed<Name extends string, Value, After extends string, IsOptional extends boolean, Found> = After extends "?"
  ? Found | Entered<Name, Value, true, Found>
  : After extends `${":" | "+"}${string}`
    ? Refused<`'${After}' cannot stand behind the param '${Name}'`>
    : Named<After, IsOptional, Found | Entered<Name, Value, IsOptional, Found>>;

type Entered<Name extends string, Value, IsOptional extends boolean, Found> = Name extends "" | `${Digit}${string}`
  ? Refused<`'${Name}' is no name of a param`>
  : Name extends (Found extends Entry ? Found[0] : never)
    ? Refused<`the param '${Name}' is there twice`>
    : Extract<Value, Refused<string>> extends never
      ? [Name, Value, IsOptional]
      : Value;

type TakeName<S extends string, Name extends string = ""> = S extends `${infer First extends Word}${infer Rest}`
  ? TakeName<Rest, `${Name}${First}`>
  : [Name, S];

// Up to the parenthesis that closes.
type TakeConstraint<
  S extends string,
  Taken extends string = "",
  Depth extends readonly 0[] = [],
> = S extends `${infer First}${infer Rest}`
  ? First extends ")"
    ? Depth extends readonly [0, ...infer Less extends readonly 0[]]
      ? TakeConstraint<Rest, `${Taken})`, Less>
      : [Taken, Rest]
    : First extends "\\"
      ? Rest extends `${infer Escaped}${infer More}`
        ? TakeConstraint<More, `${Taken}\\${Escaped}`, Depth>
        : undefined
      : TakeConstraint<Rest, `${Taken}${First}`, First extends "(" ? [...Depth, 0] : Depth>
  : undefined;

type ValueOf<Constraint extends string> = Constraint extends "int"
  ? number
  : Constraint extends Text | `${string}${Special}${string}`
    ? string
    : Constraint extends `${string}|${string}`
      ? Choice<Constraint>
      : Refused<`there is no constraint '${Constraint}'`>;

type Choice<S extends string> = S extends `${infer First}|${infer Rest}` ? First | Choice<Rest> : S;

type Simplify<T> = { [Key in keyof T]: T[Key] };
type NameOf<E, IsOptional extends boolean> = E extends readonly [infer Name extends string, unknown, IsOptional]
  ? Name
  : never;
type ParamsOf<E> = Simplify<
  { [One in Extract<E, readonly [string, unknown, false]> as One[0]]: One[1] } & {
    [One in Extract<E, readonly [string, unknown, true]> as One[0]]?: One[1];
  }
>;

// In what follows, `{} extends Record<P, …>` says that P is no literal: a record of literals has properties that must be there.

/** The param names of a pattern, as a union of literals; `string` when the pattern is not a literal. */
export type ParamNames<P extends string> = {} extends Record<P, unknown> ? string : NameOf<Entries<P>, boolean>;

/** The names of those params that are always there. */
export type RequiredParamNames<P extends string> = {} extends Record<P, unknown> ? never : NameOf<Entries<P>, false>;

/**
 * The params of a pattern: `Params<"/users/:id(int)/files/*path">` is `{ id: number; path: string }`. What stands in an
 * optional part is optional, and a choice of words is a union of them. A pattern that is not a literal gives
 * `Record<string, string | number>`.
 */
export type Params<P extends string> =
  {} extends Record<P, unknown> ? Record<string, string | number> : ParamsOf<Entries<P>>;

/**
 * `unknown` for a pattern that can be read, as far as its type shows; else what is wrong with it, as a type that no text
 * has: for parameters that are patterns, `pattern: P & PatternCheck<P>`.
 */
export type PatternCheck<P extends string> =
  {} extends Record<P, unknown>
    ? unknown
    : P extends `/${string}` | `{/${string}`
      ? Extract<Entries<P>, Refused<string>> extends never
        ? unknown
        : Extract<Entries<P>, Refused<string>>
      : Refused<"it does not begin with '/'">;
